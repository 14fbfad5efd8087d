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
    [InlineData("serve")]
    [InlineData("explain", "bigsize.decode/value-252")]
    [InlineData("explain", "MPP-WIRE-02", "--json")]
    [InlineData("inspect", "tlv", "0100")]
    [InlineData("inspect", "payload", "0x02 03 0F4240", "04030d4e80")]
    [InlineData("docs", "check")]
    [InlineData("docs", "check", "--json")]
    [InlineData("docs", "build")]
    [InlineData("vectors", "list")]
    [InlineData("vectors", "list", "--json")]
    [InlineData("vectors", "fmt")]
    [InlineData("vectors", "lint", "vectors")]
    [InlineData("vectors", "diff", "vectors", "vectors")]
    [InlineData("explore", "bench")]
    [InlineData("explore", "bench", "--parts", "2", "3", "--max-amount", "3", "--timer", "1", "--total", "4", "--symmetry", "--json")]
    [InlineData("explore", "bench", "--help")]
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

    [Fact]
    public async Task is_1_when_a_MUST_has_lost_its_test()
    {
        using var checkout = SmallCheckout.WithBigSize().Change("tests/BigSizes.cs", ", \"AMP-WIRE-07\"", "");
        var run = await CommandRun.Built(checkout.Root, "");
        Assert.Equal((1, ""), (run.Exit, run.Err));
        Assert.Contains("1 of 2 MUSTs", run.Out, StringComparison.Ordinal);
        Assert.Contains("spec/10-wire.md:6  AMP-WIRE-07: no test claims it", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tlv", "fd0001")]
    [InlineData("payload", "02")]
    [InlineData("forward", "0203")]
    [InlineData("failure", "40")]
    public async Task is_1_when_a_message_is_malformed(string kind, string hex)
    {
        using var checkout = SmallCheckout.WithBigSize();
        var run = await CommandRun.Built(checkout.Root, hex, "inspect", kind);
        Assert.Equal((1, ""), (run.Exit, run.Err));
        Assert.Contains("Malformed", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'frobnicate'", "frobnicate")]
    [InlineData("did you mean 'check'?", "chekc")]
    [InlineData("Unrecognized command or argument '--loud'", "check", "--loud")]
    [InlineData("Required argument missing for option: '--vectors'", "check", "--vectors")]
    [InlineData("no-such-place is no file and no folder", "check", "--vectors", "no-such-place")]
    [InlineData("Unrecognized command or argument 'now'", "serve", "now")]
    [InlineData("Required argument 'ID' missing for command: 'explain'", "explain")]
    [InlineData("bigsize.decode/value-252", "explain", "bigsize.decode/value-25")]
    [InlineData("nothing is called *", "explain", "*")]
    [InlineData("one of: tlv, payload, forward, failure, features", "inspect")]
    [InlineData("'0203' is no kind of message", "inspect", "0203")]
    [InlineData("'z' at digit 2 is not hexadecimal", "inspect", "tlv", "02zz")]
    [InlineData("3 hexadecimal digits are no whole bytes", "inspect", "tlv", "020")]
    [InlineData("Unrecognized command or argument '--bogus'", "inspect", "tlv", "0f00", "--bogus")]
    [InlineData("docs what? One of: check, build, sources", "docs")]
    [InlineData("vectors what? One of: list, fmt, lint, gen, diff", "vectors")]
    [InlineData("did you mean 'lint'?", "vectors", "lnt")]
    [InlineData("nowhere is no file and no folder", "vectors", "lint", "nowhere")]
    [InlineData("Required argument 'B' missing", "vectors", "diff", "vectors")]
    [InlineData("Option '--bolts' is required", "docs", "sources")]
    [InlineData("explore what? One of: bench", "explore")]
    [InlineData("ampspec explore knows: bench", "explore", "frobnicate")]
    [InlineData("did you mean 'bench'?", "explore", "bnch")]
    [InlineData("--parts 0 is out of bounds: 1 to 12", "explore", "bench", "--parts", "0")]
    [InlineData("--parts 13 is out of bounds: 1 to 12", "explore", "bench", "--parts", "2", "13")]
    [InlineData("Cannot parse argument 'many'", "explore", "bench", "--parts", "many")]
    [InlineData("--max-amount 101 is out of bounds: 1 to 100", "explore", "bench", "--max-amount", "101")]
    [InlineData("--timer 0 is out of bounds: 1 to 100", "explore", "bench", "--timer", "0")]
    [InlineData("--total 0 is out of bounds: 1 to 1000", "explore", "bench", "--total", "0")]
    [InlineData("--max-states 0 is out of bounds", "explore", "bench", "--max-states", "0")]
    [InlineData("--break knows no 'all'; one of: early-release, late-timeout", "explore", "bench", "--break", "all")]
    [InlineData("there are no BOLTs in", "docs", "sources", "--bolts", "nowhere")]
    public async Task is_2_when_the_usage_is_wrong_and_the_message_says_how(string message, params string[] args)
    {
        using var checkout = SmallCheckout.WithBigSize();
        var run = await CommandRun.Built(checkout.Root, "", args);
        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains(message, run.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json", "check")]
    [InlineData("json", "check", "--json")]
    [InlineData("json", "explain", "bigsize.encode/value-0")]
    [InlineData("json", "vectors", "list")]
    [InlineData("json", "vectors", "fmt")]
    [InlineData("json", "vectors", "lint", "vectors")]
    [InlineData("json", "vectors", "diff", "vectors", "vectors")]
    public async Task is_2_when_a_file_is_cut_in_half_and_file_line_and_rule_are_named(string rule, params string[] args)
    {
        using var checkout = SmallCheckout.WithBigSize();
        var text = await File.ReadAllTextAsync(Path.Combine(checkout.Root, Decode));
        checkout.Write(Decode, text[..(text.Length / 2)]);
        var run = await CommandRun.Built(checkout.Root, "", args);
        Assert.Equal(2, run.Exit);
        Assert.Matches($@"vectors/wire/bigsize-decode\.json:\d+: {rule}: ", run.Err.Replace('\\', '/'));
        Assert.DoesNotContain("   at ", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_2_when_an_id_stands_twice_and_nothing_is_judged()
    {
        using var checkout = SmallCheckout.WithBigSize().Change(Decode, "bigsize.decode/value-253\"", "bigsize.decode/value-252\"");
        var run = await CommandRun.Built(checkout.Root, "", "check", "--json");
        Assert.Equal(2, run.Exit);
        Assert.Equal("id-unique", (string)JsonNode.Parse(run.Out)!["problems"]![0]!["rule"]!);
    }

    [Fact]
    public async Task is_1_when_a_generated_file_is_missing()
    {
        using var checkout = SmallCheckout.WithBigSize();
        Directory.CreateDirectory(Path.Combine(checkout.Root, "vectors/external/sources"));
        var run = await CommandRun.Built(checkout.Root, "", "vectors", "gen", "--verify");
        Assert.Equal((1, ""), (run.Exit, run.Out));
        Assert.Contains("generated: is not there", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_1_when_a_feature_lacks_what_it_depends_on()
    {
        using var checkout = SmallCheckout.WithBigSize();
        var run = await CommandRun.Built(checkout.Root, "", "inspect", "features", "4000");
        Assert.Equal((1, ""), (run.Exit, run.Err));
        Assert.Contains("features/missing-dependency", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Well-formed", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_2_when_hex_is_none_and_programs_are_told_too()
    {
        using var checkout = SmallCheckout.WithBigSize();
        var run = await CommandRun.Built(checkout.Root, "", "inspect", "tlv", "0z", "--json");
        Assert.Equal(2, run.Exit);
        Assert.Equal("hex", (string)JsonNode.Parse(run.Out)!["problems"]![0]!["rule"]!);
    }

    [Fact]
    public async Task is_5_when_there_is_no_file_to_be_linted()
    {
        using var checkout = new SmallCheckout();
        Directory.CreateDirectory(Path.Combine(checkout.Root, "empty"));
        var run = await CommandRun.Built(checkout.Root, "", "vectors", "lint", "empty");
        Assert.Equal((5, "Nothing was read: there is no vector file in empty.\n", ""), (run.Exit, run.Out, run.Err));
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
