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

    private static readonly Member[] Id =
    [
        new("channel", Name) { Means = "the channel; channel and id together name a part for good. `1` and `\"1\"` are two names" },
        new("id", Name) { Means = "the number of the part on its channel" },
    ];

    // where the bytes are given, they win, and nobody looks at the object beside them
    private static readonly Form Htlc = new Form.When([new("payload_hex", Form.Bytes)], Offered(new Form.Free()), Offered(new Form.Object(PayloadForms.Final)));

    private static Form Offered(Form payload) => new Form.Object(
        [
            .. Id,
            new("hash", Form.Bytes32) { Means = "what the part is locked with" },
            new("amount_msat", Form.U64) { Means = "the wire amount" },
            new("cltv_expiry", Form.U32, Optional: true) { Means = "the wire expiry" },
            new("cltv", new Form.Object(new Member("min_final", new Form.Number(-1_000_000, 1_000_000))), Optional: true) { Means = "the wire expiry as blocks beyond the least; see above. Either this or `cltv_expiry`" },
            new("payload", payload, Optional: true) { Means = "what the onion holds, member by member; see above" },
            new("payload_hex", Form.Bytes, Optional: true) { Means = "the same as bytes, without the outer length. One of the two must be there; where both are, the bytes win" },
            new("update_add_path_key", Point, Optional: true) { Means = "a path key came with the offer; where it is absent, nobody knows of one" },
        ]);

    private static readonly Form Set = new Form.Object(
        new("payment_secret", Form.Bytes32), new("payment_hash", Form.Bytes32, Optional: true), new("set_id", Form.Bytes32, Optional: true));

    private const string WhichSet = "the set: its secret, and either the hash or, for an AMP set, the set id";

    private static readonly Member Params = new("params", new Form.Object(
        new("set_timeout_ms", Milliseconds, Optional: true) { Means = "the set timeout; less than 60000 counts as 60000" },
        new("cltv_margin", Form.U32, Optional: true) { Means = "the margin, for parts that arrive and for those that are held" },
        new("max_parts", new Form.Number(1, int.MaxValue), Optional: true) { Means = "the most parts of one set" },
        new("max_sets", new Form.Number(1, int.MaxValue), Optional: true) { Means = "the most undecided sets of one invoice" },
        new("overpay", new Form.Text("2x", "1337", "exact"), Optional: true) { Means = "the bound of a total: twice the amount; one per cent or 5 sat above it, whichever is more; the amount" }), Optional: true)
    {
        Means = "bounds; one that is absent is that of the profile",
    };

    private static readonly Member Invoices = new("invoices", new Form.List(new Form.Object(
        new("id", new Form.Text()) { Means = "a name for people; no two invoices have one" },
        new("payment_secret", Form.Bytes32, Optional: true) { Means = "drawn from the seed where it is absent" },
        new("payment_hash", Form.Bytes32, Optional: true) { Means = "that of the preimage where it is absent; alone, it makes an invoice whose preimage the payee does not know" },
        new("payment_preimage", Form.Bytes32, Optional: true) { Means = "drawn from the seed where it and the hash are absent, but not for an AMP invoice" },
        new("amount_msat", Form.U64, Optional: true) { Means = "the amount that is asked; absent or `\"0\"`, none is" },
        new("features", new Form.List(new Form.Text()), Optional: true) { Means = "names of chapter 10, with `.required` or `.optional` behind them, or bare. Two count: `amp` and `amp.required` make an AMP invoice (`amp.optional` makes none); `basic_mpp`, however it ends, lets several parts pay" },
        new("min_final_cltv_expiry", Form.U32, Optional: true) { Means = "the blocks that are asked for; absent, 18, whatever the margin is" },
        new("payment_metadata", Form.Bytes, Optional: true) { Means = "what each part must carry" },
        new("expires_at_ms", Milliseconds, Optional: true) { Means = "when it expires; absent, never" },
        new("hold", new Form.Bool(), Optional: true) { Means = "its user decides about a complete set; not for an AMP invoice" })), Optional: true)
    {
        Means = "absent, none",
    };

    /// <summary>The request of <c>session.open</c>.</summary>
    public static readonly Member[] Open =
    [
        new("role", new Form.Text("receiver")) { Means = "a payee" },
        new("height", Form.U32) { Means = "the height at the start" },
        new("clock_ms", Milliseconds) { Means = "the clock at the start" },
        new("seed", new Form.Pattern("^[ -~]*$"), Optional: true) { Means = "what draws are made from, see above; ASCII from space to tilde, absent the empty text" },
        Params, Invoices,
        new("accept_spontaneous", new Form.Bool(), Optional: true) { Means = "whether payments without an invoice are taken; absent, as in the profile (ours takes none)" },
    ];

    /// <summary>What happens, by its verb.</summary>
    public static readonly (string Verb, string Does, Member[] Members)[] Verbs =
    [
        ("htlc.offer", "a peer offers a part. Where channel and id are known already, it is a replay; where they wait to be committed, this offer takes the place of the earlier one",
            [new("htlc", Htlc) { Means = "the part" }, new("committed", new Form.Bool(), Optional: true) { Means = "whether the offer is irrevocably committed; absent, it is" }]),
        ("htlc.replay", "the same, by another name: of a channel and id that are not known, it is an offer. It has no `committed`, and is committed",
            [new("htlc", Htlc) { Means = "the part" }]),
        ("htlc.commit", "an offer with `committed` false is committed from now on: only now is it judged, with the clock and the height of this event. Of a part that does not wait for it, nothing changes",
            [new("htlc", new Form.Object(Id)) { Means = "the part" }]),
        ("htlc.drop", "the part is lost: its channel is gone, or its peer took it back. A held one fails its set, one that is not committed is forgotten, and of any other nothing changes",
            [new("htlc", new Form.Object(Id)) { Means = "the part" }]),
        ("clock.advance", "nothing, but that clock and height go on, as in every event", []),
        ("clock.tick", "the same", []),
        ("block.connected", "the same", []),
        ("set.settle", "the user lets a complete set settle. Of a set that is open, decided or not there, nothing changes, and no preimage is wrong; nor where the set fails by its deadline in this event",
            [new("set", Set) { Means = WhichSet }, new("preimage", Form.Bytes32, Optional: true) { Means = "what opens it; may be absent where the payee knows it" }]),
        ("set.cancel", "the user gives an undecided set up: its parts fail with PERM\\|15, and the invoice stays open. Of any other set nothing changes",
            [new("set", Set) { Means = WhichSet }]),
        ("invoice.cancel", "the user gives invoices up: those that can still be paid are closed, and their undecided sets fail with PERM\\|15",
            [new("invoice", Form.Bytes32) { Means = "a payment secret; every invoice that has it is meant" }]),
        ("restart", "the node stops and starts again from what it wrote down. Outputs of the last event that had not left come again. Offers that are not committed are forgotten",
            [
                new("lossy", new Form.Bool(), Optional: true) { Means = "whether undecided sets were not written down: they are forgotten, without an output, and their set ids are free again. Absent or false, they go on" },
                new("delivered", new Form.Number(0, int.MaxValue), Optional: true) { Means = "how many outputs of the last event that was not refused had left, in the order given above; absent, all" },
            ]),
    ];

    /// <summary>What one event answers.</summary>
    public static readonly Member[] Answered =
    [
        new("outputs", new Form.List(new Form.Variants(
            "is",
            ("settle", [.. OutputId, new("preimage", Form.Bytes32)]),
            ("fail", [.. OutputId, new("code", new Form.Text()) { Means = "the name of the failure, chapter 10" }, new("data", Form.Bytes) { Means = "what follows the code; empty where nothing does" }]),
            ("malformed", [.. OutputId, new("code", new Form.Text()) { Means = "`invalid_onion_blinding`: the offer came with a path key, so the peer is told, not the payer" }]),
            ("claimable", [new("set", new Form.Text()) { Means = "its name, as in `state`" }, new("amount_msat", Form.U64) { Means = "the sum of its onion amounts" }])))) { Means = "what leaves" },
        new("state", new Form.Object(new Member("sets", new Form.Table("^[0-9a-f]{64}(/[0-9a-f]{64}(/amp)?)?$", new Form.Object(
            new("received_msat", Form.U64), new("htlcs", Form.U32), new("state", new Form.Text("open", "complete")))))), Optional: true)
        {
            Means = "the undecided sets after the event, by name: the sum of onion amounts, how many parts, and where the set stands",
        },
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

    private static Member[] OutputId => [new("htlc", Name) { Means = "the `id` of the part" }, new("channel", Name) { Means = "its channel" }];

    /// <summary>An event: its verb, the members that the verb calls for, and <paramref name="beside"/>.</summary>
    public static Form Event(params Member[] beside) =>
        new Form.Variants("do", [.. Verbs.Select(verb => (verb.Verb, (Member[])[.. beside, .. verb.Members]))]);
}
