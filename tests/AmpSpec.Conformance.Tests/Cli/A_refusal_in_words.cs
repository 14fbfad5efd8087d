using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>What <c>serve</c> says for people when a session is refused, or an event of it: the place, the value, the rule.</summary>
public sealed class A_refusal_in_words
{
    private const string Secret = "4242424242424242424242424242424242424242424242424242424242424242";
    private const string Hash = "4bb06f8e4e3a7715d201d573d0aa423762e55dabd61a2c02278fa56cc6d294e0";
    private const string Wrong = "0808080808080808080808080808080808080808080808080808080808080808";

    [Fact]
    public void of_an_invoice_says_where_it_stands_and_which_features_there_are()
    {
        var opened = (string)Asked("session.open", Given("mpp"))["refuse"]!["text"]!;
        var played = (string)Asked("session.run", $$"""{"given":{{Given("mpp")}},"steps":[]}""")["refuse"]!["text"]!;
        Assert.StartsWith("in.invoices[0].features: no feature mpp; there are ", opened, StringComparison.Ordinal);
        Assert.StartsWith("in.given.invoices[0].features: no feature mpp; there are ", played, StringComparison.Ordinal);
        Assert.Contains(" basic_mpp,", played, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($$"""{"do":"set.cancel","set":{"payment_secret":"{{Secret}}"} }""", "in.steps[1].set: neither payment_hash nor set_id")]
    [InlineData($$"""{"do":"set.cancel","set":{"payment_secret":"{{Secret}}","payment_hash":"{{Hash}}","set_id":"{{Wrong}}"} }""", $"in.steps[1].set: payment_hash \"{Hash}\" and set_id \"{Wrong}\"; one of them alone is wanted")]
    [InlineData($$"""{"do":"set.settle","set":{"payment_secret":"{{Secret}}","payment_hash":"{{Hash}}"},"preimage":"{{Wrong}}"}""", $"in.steps[1].preimage: {Wrong} does not hash to the payment hash of the set")]
    [InlineData($$"""{"do":"set.settle","set":{"payment_secret":"{{Secret}}","payment_hash":"{{Hash}}"} }""", "in.steps[1].preimage: missing, and none is known that opens the set")]
    public void of_an_event_names_step_member_and_value(string step, string text)
    {
        const string Offer = $$$"""{"do":"htlc.offer","htlc":{"channel":"c","id":0,"hash":"{{{Hash}}}","amount_msat":"1000","cltv_expiry":1100,"payload":{"amt_to_forward":"1000","outgoing_cltv_value":1100,"payment_data":{"payment_secret":"{{{Secret}}}","total_msat":"1000"} } } }""";
        var error = Asked("session.run", $$"""{"given":{{Given("basic_mpp")}},"steps":[{{Offer}},{{step}}]}""")["ok"]!["steps"]![1]!["error"]!.AsObject();
        Assert.Equal(text, (string)error["text"]!);
        Assert.Equal(["class", "phase", "text"], error.Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    private static string Given(string feature) =>
        $$"""{"role":"receiver","height":1000,"clock_ms":0,"invoices":[{"id":"i","payment_secret":"{{Secret}}","payment_hash":"{{Hash}}","amount_msat":"1000","features":["{{feature}}"],"hold":true}]}""";

    private static JsonNode Asked(string op, string input)
    {
        var run = CommandRun.Here(Path.GetTempPath(), Encoding.UTF8.GetBytes($$"""
            {"id":1,"op":"hello"}
            {"id":2,"op":"{{op}}","in":{{input}}}
            """), "serve");
        return JsonNode.Parse(run.Out.Split('\n')[1])!;
    }
}
