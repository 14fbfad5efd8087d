using System.Text.Json.Nodes;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>Of the built program, as a shell sees it.</summary>
public sealed class The_exit_code
{
    private const string Decode = "vectors/wire/bigsize-decode.json";

    [Theory]
    [InlineData]
    [InlineData("check")]
    [InlineData("check", "--json")]
    [InlineData("--help")]
    [InlineData("check", "--help")]
    [InlineData("serve", "--help")]
    [InlineData("--version")]
    public async Task is_0_when_all_is_well(params string[] args)
    {
        using var checkout = SmallCheckout.WithBigSize();
        var run = await CommandRun.Built(checkout.Root, "", args);
        Assert.Equal((0, ""), (run.Exit, run.Err));
    }

    [Fact]
    public async Task is_1_when_an_expectation_is_not_met_and_the_case_is_named()
    {
        using var checkout = SmallCheckout.WithBigSize().Change(Decode, "\"value\": \"252\"", "\"value\": \"251\"");
        var run = await CommandRun.Built(checkout.Root, "", "check", "--json");
        var failure = JsonNode.Parse(run.Out)!["failures"]!.AsArray().Single()!;
        Assert.Equal((1, "bigsize.decode/value-252", "MPP-WIRE-02"), (run.Exit, (string)failure["id"]!, (string)failure["requirement"]!));
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'frobnicate'", "frobnicate")]
    [InlineData("did you mean 'check'?", "chekc")]
    [InlineData("Unrecognized command or argument '--loud'", "check", "--loud")]
    [InlineData("Required argument missing for option: '--vectors'", "check", "--vectors")]
    [InlineData("no-such-place is no file and no folder", "check", "--vectors", "no-such-place")]
    [InlineData("Unrecognized command or argument 'now'", "serve", "now")]
    public async Task is_2_when_the_usage_is_wrong_and_the_message_says_how(string message, params string[] args)
    {
        using var checkout = SmallCheckout.WithBigSize();
        var run = await CommandRun.Built(checkout.Root, "", args);
        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains(message, run.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_5_when_there_is_nothing_to_judge()
    {
        using var checkout = new SmallCheckout();
        var run = await CommandRun.Built(checkout.Root, "", "check", "--vectors", "vectors");
        Assert.Equal(5, run.Exit);
        Assert.Contains("Nothing was verified", run.Out, StringComparison.Ordinal);
    }
}
