using AmpSpec.Conformance.Operations;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>The form of a file of <c>ampspec-scenario-1</c>: everything closed but the result, of which each recorder may ask more.</summary>
/// <remarks>What it cannot say is in <see cref="ScenarioRules"/>.</remarks>
public static class ScenarioForm
{
    /// <summary>The format that this reads.</summary>
    public const string Format = "ampspec-scenario-1";

    private const decimal MostSeconds = 1_000_000_000_000;

    private static readonly Form Text = new Form.Text();
    private static readonly Form Texts = new Form.List(Text);
    private static readonly Form Amount = new Form.Real(0, ulong.MaxValue, 0);
    private static readonly Form Seconds = new Form.Real(0, MostSeconds, 3);
    private static readonly Form Moment = new Form.Real(-MostSeconds, MostSeconds, 3);
    private static readonly Form Bool = new Form.Bool();
    private static readonly Form Commit = new Form.Pattern("^[0-9a-f]{7,40}$");
    private static readonly Form Records = new Form.Table("^(0|[1-9][0-9]{0,19})$", Form.Bytes);

    private static readonly Form Source = new Form.Object(
        new("implementation", Text), new("repository", Text), new("commit", Commit), new("path", Text), new("test", Text, Optional: true),
        new("license", Text), new("origin", new Form.Text("unit-test", "integration-test", "code")));

    private static readonly Form Config = new Form.Object(
        new("start_height", Form.U32), new("mpp_timeout_s", Seconds, Optional: true), new("timer_scope", new Form.Text("part", "set"), Optional: true),
        new("min_final_cltv_delta", Form.U32, Optional: true), new("max_cltv_delta", new Form.Number(1, uint.MaxValue), Optional: true), new("fail_back_blocks", Form.U32, Optional: true),
        new("keysend_hold_s", Seconds, Optional: true), new("accept_underpaying", Bool, Optional: true), new("default_cltv_expiry", Form.U32, Optional: true),
        new("accept_keysend", Bool, Optional: true), new("accept_amp", Bool, Optional: true));

    private static readonly Form Invoice = new Form.Object(
        new("id", Text), new("kind", new Form.Text("mpp", "no_mpp", "amp", "legacy")), new("features", Texts), new("amount_msat", new Form.Nullable(Amount)),
        new("preimage", new Form.Nullable(Form.Bytes32)), new("payment_hash", new Form.Nullable(Form.Bytes32)), new("payment_secret", new Form.Nullable(Form.Bytes32)), new("hold", Bool),
        new("created_at_s", Moment), new("expiry_s", Seconds), new("min_final_cltv_delta", Form.U32, Optional: true), new("feature_note", Text, Optional: true));

    private static readonly Form Failure = new Form.Object(
        new("code", new Form.Pattern("^[0-9a-f]{4}$")), new("name", Text, Optional: true), new("htlc_msat", Amount, Optional: true), new("height", Form.U32, Optional: true),
        new("basis", new Form.Text("test", "code"), Optional: true));

    private static readonly Form Expected = new Form.Object(
        new("part", Text), new("state", new Form.Text("partial", "accepted", "claimable", "settled", "failed")), new("failure", Failure, Optional: true),
        new("preimage", Form.Bytes32, Optional: true), new("impl_reason", Text, Optional: true));

    /// <summary>What happens, by its verb.</summary>
    public static readonly (string Verb, Member[] Members)[] Verbs =
    [
        ("htlc",
        [
            new("part", Text), new("payment_hash", Form.Bytes32), new("amount_msat", Amount), new("total_msat", new Form.Nullable(Amount)), new("cltv_expiry", Form.U32),
            new("payment_secret", new Form.Nullable(Form.Bytes32)), new("onion_amount_msat", Amount, Optional: true), new("onion_cltv", Form.U32, Optional: true),
            new("set_id", Form.Bytes32, Optional: true), new("root_share", Form.Bytes32, Optional: true), new("child_index", Form.U32, Optional: true),
            new("custom_records", Records, Optional: true), new("payment_metadata", Form.Bytes, Optional: true), new("skimmed_fee_msat", Amount, Optional: true),
            new("malformed_onion", Bool, Optional: true), new("delivered_to", new Form.Text("old_set"), Optional: true),
        ]),
        ("tick", [new("seconds", Seconds)]),
        ("block", [new("height", Form.U32)]),
        ("replay", [new("part", Text)]),
        ("settle_invoice", [new("invoice", Text)]),
        ("cancel_invoice", [new("invoice", Text)]),
        ("claim", [new("invoice", Text, Optional: true)]),
        ("user_fail", [new("invoice", Text, Optional: true)]),
        ("external_reject_next", []),
        ("restart", []),
        ("drop_pending", []),
        ("restart_set", []),
        ("open_set", [new("total_msat", Amount)]),
        ("noise", []),
        ("lose_htlc", [new("part", Text)]),
        ("shutdown", []),
    ];

    private static readonly Form Step = new Form.Variants("do", [.. Verbs.Select(verb => (verb.Verb, (Member[])
        [new("do", Text), .. verb.Members, new("expect", new Form.List(Expected), Optional: true), new("note", Text, Optional: true)]))]);

    private static readonly Form Elsewhere = new Form.Object(
        new("implementation", Text), new("same_as_source", new Form.Nullable(Bool)), new("outcome", Text), new("basis", Text, Optional: true));

    /// <summary>What a result may ask, with its form. Anything else is told of and not judged.</summary>
    public static readonly Member[] Results =
    [
        new("invoice_state", InvoiceState), new("invoice_state_before_last_step", InvoiceState), new("amount_paid_msat", Amount),
        new("set_state", new Form.Either(Text, new Form.Table("^[0-9a-f]{64}$", Text))), new("custom_records", Records), new("independent_parts", Bool),
    ];

    /// <summary>The file.</summary>
    public static readonly Form File = new Form.Object(
        new("schema", new Form.Text(Format)), new("implementation", Text), new("commit", Commit),
        new("scenarios", new Form.List(
            new Form.Object(
                new("id", new Form.Pattern("^[a-z0-9][a-z0-9._-]{0,119}$")), new("title", Text), new("source", Source), new("tags", Texts), new("config", Config),
                new("invoices", new Form.List(Invoice)), new("steps", new Form.List(Step, 1)), new("result", new Form.Free()),
                new("values_chosen_by_us", Texts, Optional: true), new("per_implementation", new Form.List(Elsewhere), Optional: true), new("note", Text, Optional: true)),
            1)));

    private static Form InvoiceState => new Form.Text("open", "accepted", "settled", "canceled");
}
