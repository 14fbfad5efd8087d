using System.Runtime.CompilerServices;
using AmpSpec.Testing;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>Approved texts, as on a terminal of 80 columns.</summary>
public sealed class What_people_see
{
    private const string Secret = "0101010101010101010101010101010101010101010101010101010101010101";

    [Fact]
    public Task when_all_cases_hold() => Verified(Checkout(), ["check"]);

    [Fact]
    public Task when_one_case_fails() => Verified(Checkout().Change("vectors/wire/bigsize-decode.json", "\"value\": \"252\"", "\"value\": \"251\""), ["check"]);

    [Fact]
    public Task when_many_cases_fail() => Verified(Checkout().Change("vectors/wire/bigsize-encode.json", "\"hex\": \"f", "\"hex\": \"e").Change("vectors/wire/bigsize-decode.json", "\"size\": 9", "\"size\": 8").Change("vectors/wire/bigsize-decode.json", "bigsize/truncated", "bigsize/not-minimal"), ["check"]);

    [Fact]
    public Task when_external_entries_wait()
    {
        var checkout = Checkout();
        checkout.Write("vectors/external/unjudged.json", """
            {"entries": [{"op": "onion.peel", "pointer": "/0", "reason": "waits for onion.peel", "source": "bolts/onion.json"},
            {"op": "onion.peel", "pointer": "/1", "reason": "waits for onion.peel", "source": "bolts/onion.json"},
            {"op": null, "pointer": "/a", "reason": "asks about a private record", "source": "lnd/other.json"}], "format": "ampspec-unjudged/1.0"}
            """);
        return Verified(checkout, ["check"]);
    }

    [Fact]
    public Task when_a_MUST_is_not_traced() => Verified(Checkout().Change("src/AmpSpec/BigSize.cs", "[Requirement(\"AMP-WIRE-07\")]", ""), ["check"]);

    [Fact]
    public Task as_one_object() => Verified(Checkout().Change("vectors/wire/bigsize-decode.json", "\"value\": \"252\"", "\"value\": \"251\""), ["check", "--json"]);

    [Theory]
    [InlineData("valid", "bigsize.decode/value-252")]
    [InlineData("invalid", "bigsize.decode/not-minimal-fd00fc")]
    [InlineData("requirement", "AMP-WIRE-07")]
    [InlineData("error", "bigsize/truncated")]
    [InlineData("operation", "bigsize.decode")]
    [InlineData("derivation", "fiber")]
    [InlineData("failure", "mpp_timeout")]
    public Task when_an_id_is_explained(string kind, string id) => Verified(Checkout(), ["explain", id], kind);

    [Theory]
    [InlineData("choice", "payload.forward.decode/type-14-of-65-bytes")]
    [InlineData("policy", "payload.record-14")]
    public Task when_a_policy_decides(string kind, string id) => Verified(SmallCheckout.With("payload.forward.decode"), ["explain", id], kind);

    [Fact]
    public Task when_a_case_that_fails_is_explained() =>
        Verified(Checkout().Change("vectors/wire/bigsize-decode.json", "\"value\": \"252\"", "\"value\": \"251\""), ["explain", "bigsize.decode/value-252"]);

    [Theory]
    [InlineData("tlv", "tlv", "0100 02021234 fe00010000 00")]
    [InlineData("tlv-malformed", "tlv", "0100 02021234 0100")]
    [InlineData("payload", "payload", $"02030f4240 04030d4e80 0822{Secret}03e8 0e41{Secret}{Secret}07 fe00010000 01ff")]
    [InlineData("payload-index", "payload", $"02030f4240 04030d4e80 0e42{Secret}{Secret}0007 fe00010000 01ff")]
    [InlineData("payload-blinded", "payload", "02030f4240 04030d4e80 0a03aabbcc 120203e8")]
    [InlineData("payload-malformed", "payload", "02030f4240 04040d4e80ff 0801ff")]
    [InlineData("payload-missing", "payload", "04030d4e80")]
    [InlineData("forward", "forward", "02030f4240 04030d4e80 06080c3500 000100 0002")]
    [InlineData("failure", "failure", "400f00000000000003e8000d4e80 fd01010100")]
    [InlineData("failure-malformed", "failure", "400f00000000")]
    [InlineData("features", "features", "c0000000000000008200020002")]
    public Task when_a_message_is_inspected(string name, string kind, string hex) => Verified(Checkout(), ["inspect", kind, hex], name);

    [Fact]
    public Task when_the_files_are_listed() => Verified(Checkout(), ["vectors", "list"]);

    [Fact]
    public Task when_two_suites_differ()
    {
        var checkout = Checkout();
        checkout.Write("old.json", File.ReadAllText(Path.Combine(checkout.Root, "vectors/wire/bigsize-decode.json")));
        checkout.Change("old.json", "bigsize.decode/value-65535\"", "bigsize.decode/value-gone\"").Change("old.json", "\"value\": \"65536\"", "\"value\": \"65537\"");
        return Verified(checkout, ["vectors", "diff", "old.json", "vectors/wire/bigsize-decode.json"]);
    }

    [Fact]
    public Task when_a_file_is_damaged() =>
        Verified(Checkout().Change("vectors/wire/bigsize-decode.json", "bigsize.decode/value-253\"", "bigsize.decode/value-252\"").Change("vectors/wire/bigsize-encode.json", "\"since\"", "\"sinse\""), ["check"]);

    [Theory]
    [InlineData("ampspec")]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("explore")]
    [InlineData("explore-bench", "explore", "bench")]
    [InlineData("explore-receiver", "explore", "receiver")]
    [InlineData("explore-node", "explore", "node")]
    [InlineData("inspect")]
    [InlineData("serve")]
    [InlineData("docs")]
    [InlineData("docs-check", "docs", "check")]
    [InlineData("docs-build", "docs", "build")]
    [InlineData("docs-sources", "docs", "sources")]
    [InlineData("vectors")]
    [InlineData("vectors-list", "vectors", "list")]
    [InlineData("vectors-fmt", "vectors", "fmt")]
    [InlineData("vectors-lint", "vectors", "lint")]
    [InlineData("vectors-gen", "vectors", "gen")]
    [InlineData("vectors-diff", "vectors", "diff")]
    public Task when_they_ask_for_help(string name, params string[] verb) =>
        Verified(Checkout(), [.. verb is [] ? name == "ampspec" ? [] : [name] : verb, "--help"], name);

    private static SmallCheckout Checkout() => SmallCheckout.WithBigSize();

    private static async Task Verified(SmallCheckout checkout, string[] args, string? parameters = null, [CallerMemberName] string method = "")
    {
        using (checkout)
        {
            var run = CommandRun.Here(checkout.Root, [], args);
            var text = $"$ ampspec {string.Join(' ', args)}\n{run.Out}{run.Err}-> {run.Exit}\n".Replace(checkout.Root, "{root}", StringComparison.Ordinal);
            await Verifier.Verify(string.Join('\n', text.Split('\n').Select(l => l.TrimEnd())), parameters: parameters, method: method);
        }
    }
}
