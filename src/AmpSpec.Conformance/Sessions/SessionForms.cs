using System.Numerics;
using AmpSpec.Conformance.Operations;

namespace AmpSpec.Conformance.Sessions;

/// <summary>How a receiver session looks in JSON: what opens it, what happens to it, what it answers.</summary>
internal static class SessionForms
{
    /// <summary>Milliseconds, below 2^53 so that every JSON reader keeps them.</summary>
    public static readonly Form Milliseconds = new Form.Number(0, (1L << 53) - 1);

    /// <summary>A channel, or an HTLC's number on it: a text or a number, given back as it came.</summary>
    public static readonly Form Name = new Form.Either(new Form.Text(), Milliseconds);

    private static readonly Form Point = new Form.Hex(33, 33);

    private static readonly Member[] Id = [new("channel", Name), new("id", Name)];

    // where the bytes are given, they win, and nobody looks at the object beside them
    private static readonly Form Htlc = new Form.When([new("payload_hex", Form.Bytes)], Offered(new Form.Free()), Offered(new Form.Object(PayloadForms.Final)));

    private static Form Offered(Form payload) => new Form.Object(
        [
            .. Id, new("hash", Form.Bytes32), new("amount_msat", Form.U64), new("cltv_expiry", Form.U32, Optional: true),
            new("cltv", new Form.Object(new Member("min_final", new Form.Number(-1_000_000, 1_000_000))), Optional: true),
            new("payload", payload, Optional: true), new("payload_hex", Form.Bytes, Optional: true),
            new("update_add_path_key", Point, Optional: true),
        ]);

    private static readonly Form Set = new Form.Object(
        new("payment_secret", Form.Bytes32), new("payment_hash", Form.Bytes32, Optional: true), new("set_id", Form.Bytes32, Optional: true));

    private static readonly Member Params = new("params", new Form.Object(
        new("set_timeout_ms", Milliseconds, Optional: true),
        new("cltv_margin", Form.U32, Optional: true),
        new("max_parts", new Form.Number(1, int.MaxValue), Optional: true),
        new("max_sets", new Form.Number(1, int.MaxValue), Optional: true),
        new("overpay", new Form.Text("2x", "1337", "exact"), Optional: true)), Optional: true);

    private static readonly Member Invoices = new("invoices", new Form.List(new Form.Object(
        new("id", new Form.Text()),
        new("payment_secret", Form.Bytes32, Optional: true),
        new("payment_hash", Form.Bytes32, Optional: true),
        new("payment_preimage", Form.Bytes32, Optional: true),
        new("amount_msat", Form.U64, Optional: true),
        new("features", new Form.List(new Form.Text()), Optional: true),
        new("min_final_cltv_expiry", Form.U32, Optional: true),
        new("payment_metadata", Form.Bytes, Optional: true),
        new("expires_at_ms", Milliseconds, Optional: true),
        new("hold", new Form.Bool(), Optional: true))), Optional: true);

    /// <summary>The request of <c>session.open</c>.</summary>
    public static readonly Member[] Open =
    [
        new("role", new Form.Text("receiver")), new("height", Form.U32), new("clock_ms", Milliseconds), new("seed", new Form.Text(), Optional: true),
        Params, Invoices, new("accept_spontaneous", new Form.Bool(), Optional: true),
    ];

    /// <summary>What happens, by its verb.</summary>
    public static readonly (string Verb, Member[] Members)[] Verbs =
    [
        ("htlc.offer", [new("htlc", Htlc), new("committed", new Form.Bool(), Optional: true)]),
        ("htlc.replay", [new("htlc", Htlc)]),
        ("htlc.commit", [new("htlc", new Form.Object(Id))]),
        ("htlc.drop", [new("htlc", new Form.Object(Id))]),
        ("clock.advance", []),
        ("clock.tick", []),
        ("block.connected", []),
        ("set.settle", [new("set", Set), new("preimage", Form.Bytes32, Optional: true)]),
        ("set.cancel", [new("set", Set)]),
        ("invoice.cancel", [new("invoice", Form.Bytes32)]),
        ("restart", [new("lossy", new Form.Bool(), Optional: true), new("delivered", new Form.Number(0, int.MaxValue), Optional: true)]),
    ];

    /// <summary>What one event answers.</summary>
    public static readonly Member[] Answered =
    [
        new("outputs", new Form.List(new Form.Variants(
            "is",
            ("settle", [.. OutputId, new("preimage", Form.Bytes32)]),
            ("fail", [.. OutputId, new("code", new Form.Text()), new("data", Form.Bytes)]),
            ("malformed", [.. OutputId, new("code", new Form.Text())]),
            ("claimable", [new("set", new Form.Text()), new("amount_msat", Form.U64)])))),
        new("state", new Form.Object(new Member("sets", new Form.Table("^[0-9a-f]{64}(/[0-9a-f]{64})?$", new Form.Object(
            new("received_msat", Form.U64), new("htlcs", Form.U32), new("state", new Form.Text("open", "complete")))))), Optional: true),
    ];

    /// <summary>What opening a session answers.</summary>
    public static readonly Member[] Facts =
    [
        new("session", new Form.Text()),
        new("invoices", new Form.List(new Form.Object(
            new("id", new Form.Text()), new("payment_hash", Form.Bytes32, Optional: true), new("payment_secret", Form.Bytes32), new("min_final_cltv_expiry", Form.U32)))),
        new("params", new Form.Object(
            new("set_timeout_ms", Milliseconds), new("cltv_margin", Form.U32), new("fail_back_blocks", Form.U32),
            new("max_parts", Form.U32), new("max_sets", Form.U32), new("overpay", new Form.Text("2x", "1337", "exact", "unbounded")))),
    ];

    private static Member[] OutputId => [new("htlc", Name), new("channel", Name)];

    /// <summary>An event: its verb, the members that the verb calls for, and <paramref name="beside"/>.</summary>
    public static Form Event(params Member[] beside) =>
        new Form.Variants("do", [.. Verbs.Select(verb => (verb.Verb, (Member[])[.. beside, .. verb.Members]))]);
}
