using System.Text;
using System.Text.Json.Nodes;
using AmpSpec.Modelling;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>Three parts of an AMP set, as any runner would play them against <c>serve</c>. Values by another program.</summary>
public sealed class A_session_over_the_protocol
{
    private const string Secret = "ca45efe2c2f3c9a47a7da15829992ad86e71b18ab822e65bd797508f18bd804a";
    private const string Set = "efee19a071594fd3d24a7917088a0de6204c0e2df0e0f07cfee7267dc1c39b26";

    private static readonly (int Amount, string Hash, string Share, string Preimage)[] Parts =
    [
        (400, "f95cbcd1fce2dc3a389d96065815845d7cd2b1f058ffade5731f82f3d36e13af", "2c75524aab3da6a1f76ffa8bd90231b26074e746d43fbc7b17c9e68a6ee51145", "88adc036ede76e8b83b8324ce4d8501f3eb160cd5d131ad26607715a9472ea4e"),
        (350, "556d2f012e4b2105c3808323d87cae331797547feff90fef15b70fe6b089d725", "06f35a82a9224a114061f30d3604adc87909b5acbb7522ec17a8fd730f852f10", "f3ede194c831396f6a287a2dfe746b79408f704144e5c004f2d1cc9b65297057"),
        (250, "36c275ae023617f750683e72c8870010b03b0b5090b2d89864bbc8a01a797229", "76dac02d3c62742bb964d658dfbd18a3cb66cf152aa429d42d62872f06b94aca", "b7a13322c7920cea53292228cc6e6e73ee39092981b369c40410fa6f6c1585c9"),
    ];

    [Fact]
    [Requirement("AMP-RCV-07", "AMP-RCV-10")]
    public void settles_with_the_last_part_and_is_silent_ever_after()
    {
        var answers = Play([.. Parts.Select((_, i) => Offer(i)), """{"at_ms":60041,"do":"clock.advance"}"""]);
        Assert.Equal("[]", answers[0]["outputs"]!.ToJsonString());
        Assert.Equal("""{"htlcs":1,"received_msat":"400","state":"open"}""", answers[0]["state"]!["sets"]![Set]!.ToJsonString());
        Assert.Equal("[]", answers[1]["outputs"]!.ToJsonString());
        Assert.Equal(
            Parts.Select((part, i) => $$"""{"channel":"c0","htlc":"h{{i}}","is":"settle","preimage":"{{part.Preimage}}"}"""),
            answers[2]["outputs"]!.AsArray().Select(output => output!.ToJsonString()).Order(StringComparer.Ordinal));
        Assert.Equal("""{"outputs":[],"state":{"sets":{}}}""", answers[3].ToJsonString());
    }

    [Fact]
    [Requirement("AMP-RCV-13")]
    public void fails_whole_where_the_last_part_does_not_come()
    {
        var answers = Play([Offer(0), Offer(1), """{"at_ms":60000,"do":"clock.advance"}"""]);
        Assert.Equal(
            ["h0 mpp_timeout", "h1 mpp_timeout"],
            answers[2]["outputs"]!.AsArray().Select(output => $"{output!["htlc"]} {output["code"]}").Order(StringComparer.Ordinal));
    }

    private static string Offer(int i) => $$$$"""
        {"at_ms":{{{{20 * i}}}},"do":"htlc.offer","htlc":{"id":"h{{{{i}}}}","channel":"c0","amount_msat":"{{{{Parts[i].Amount}}}}","cltv_expiry":800144,"hash":"{{{{Parts[i].Hash}}}}","payload":{"amt_to_forward":"{{{{Parts[i].Amount}}}}","outgoing_cltv_value":800144,"payment_data":{"payment_secret":"{{{{Secret}}}}","total_msat":"1000"},"amp":{"root_share":"{{{{Parts[i].Share}}}}","set_id":"{{{{Set}}}}","child_index":{{{{i}}}} }} }}
        """.Trim();

    // the answers to the events alone
    private static JsonObject[] Play(params string[] events)
    {
        string[] lines =
        [
            """{"id":"hello","op":"hello"}""",
            $$$"""{"id":"open","op":"session.open","in":{"role":"receiver","height":800000,"clock_ms":0,"seed":"7a11","params":{"set_timeout_ms":60000},"invoices":[{"id":"i0","payment_secret":"{{{Secret}}}","amount_msat":"1000","features":["amp.required"]}]}}""",
            .. events.Select((each, i) => $$"""{"id":{{i}},"op":"session.event","in":{"session":"s1","height":800000,{{each[1..]}}}"""),
            """{"id":"close","op":"session.close","in":{"session":"s1"}}""",
            """{"id":"bye","op":"bye"}""",
        ];
        var run = CommandRun.Here(Path.GetTempPath(), Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), "serve");
        Assert.Equal((0, ""), (run.Exit, run.Err));
        var answers = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToArray();
        Assert.Equal(lines.Length, answers.Length);
        Assert.All(answers, answer => Assert.True(answer.ContainsKey("ok"), answer.ToJsonString()));
        Assert.Equal("s1", (string)answers[1]["ok"]!["session"]!);
        return [.. answers[2..^2].Select(answer => answer["ok"]!.AsObject())];
    }
}
