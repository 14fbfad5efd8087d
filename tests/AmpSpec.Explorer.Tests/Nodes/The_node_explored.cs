using System.Text.RegularExpressions;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring.Nodes;
using Xunit;
using Size = AmpSpec.Settlement.Exploring.Size;

namespace AmpSpec.Explorer.Tests.Nodes;

/// <summary>The shipped node within the bounds of its alphabets.</summary>
public sealed partial class The_node_explored
{
    private static readonly Lazy<(Scope Scope, Exploration Found)[]> Explorations = new(() => [.. All.Select(scope => (scope, Explored.Of(scope)))]);

    [Theory]
    [InlineData(1, 1, false, 7, 16, 3)]
    [InlineData(2, 1, false, 77, 370, 5)]
    [InlineData(2, 2, false, 491, 3_402, 7)]
    [InlineData(3, 2, false, 9_572, 85_110, 8)]
    [InlineData(3, 3, false, 30_017, 302_920, 8)]
    [InlineData(4, 2, false, 158_246, 1_674_320, 10)]
    [InlineData(3, 2, true, 1_834, 16_116, 8)]
    [InlineData(4, 2, true, 8_730, 91_488, 10)]
    [InlineData(5, 2, true, 28_461, 346_323, 12)]
    public void keeps_its_promises_in_all_of_these_states(int parts, int sets, bool symmetry, long states, long transitions, int depth)
    {
        var found = Explored.Of(Alphabets.Of("core", Rules.Ours, new Size(parts, sets, Total: Math.Min(parts, 3)))[0], symmetry);
        Assert.Equal((true, true), (found.Complete, found.Holds));
        Assert.Equal((states, transitions, depth), (found.States, found.Transitions, found.Depth));
    }

    [Fact]
    public void keeps_its_promises_in_every_alphabet_and_uses_every_row()
    {
        var all = Union.Of([.. Explorations.Value.Select(one => one.Found)]);
        Assert.Equal([], all.Verdicts.Where(v => v.Verdict is not Verdict.Kept).Select(v => v.Promise));
        Assert.Equal([], all.Unfired);
        Assert.Equal(ReceiverRows.All, all.Fired);
    }

    [Theory]
    [InlineData("core", 1_834, 16_116)]
    [InlineData("meta", 2_218, 12_327)]
    [InlineData("bounds", 30_104, 191_866)]
    [InlineData("spontaneous", 2_880, 15_590)]
    [InlineData("restart", 12_474, 87_848)]
    public void has_as_many_states_in_each_alphabet(string alphabet, long states, long transitions) =>
        Assert.Equal((states, transitions), Explorations.Value.Where(one => one.Scope.Alphabet == alphabet).Aggregate((0L, 0L), (sum, one) => (sum.Item1 + one.Found.States, sum.Item2 + one.Found.Transitions)));

    [Fact]
    public void breaks_what_is_waived_where_a_policy_is_not_ours_and_nothing_else() => Assert.Equal(
        """
        a missing secret is told: I8 in 1
        AMP parts are unknown: I8 in 1
        a secret may be missing: I10 in 1
        each part has its deadline: I1 in 4, I9 in 5
        only complete sets have a deadline: I16 in 2, I4 in 3
        what an owner holds has no deadline: I16 in 3
        each part has its timer: I9 in 4, I1 in 5
        each part has its timer and its deadline: I1 in 4, I9 in 4
        a part too many is opened: I20 in 3
        an early word forgets the set: I9 in 2
        no part is taken on a stale tip: CHAIN-07 in 3
        bad shares cancel the invoice: I4 in 2
        ids come back: I5 in 3
        keysend in the place of a secret: I10 in 1
        a failed part that comes again is told something else: I6 in 4
        a failed part that comes again is judged anew: I6 in 4
        undecided sets do not outlive the node: I6 in 2
        a node that starts fails what it holds: I6 in 2
        timers begin again: I6 in 3, I9 in 4
        """,
        string.Join('\n', All.Where(scope => scope.Waives.Count > 0).Select(scope => (Scope: scope, Broken: Explored.Broken(new NodeModel(scope with { Waives = [] }))))
            .Select(one =>
            {
                Assert.Equal(one.Scope.Waives.Order(StringComparer.Ordinal), one.Broken.Select(broken => broken.Promise).Order(StringComparer.Ordinal));
                return $"{one.Scope.Name}: {string.Join(", ", one.Broken.Select(broken => $"{broken.Promise} in {broken.Steps}"))}";
            })));

    [Theory]
    [InlineData("ampspec", "")]
    [InlineData("bolt-strict", "CHAIN-07 in 2, I10 in 2, I8 in 1")]
    [InlineData("lnd", "CHAIN-07 in 2, I1 in 5, I10 in 1, I16 in 2, I3 in 2, I4 in 2, I5 in 3, I6 in 3, I8 in 3, I9 in 4")]
    [InlineData("ldk", "CHAIN-07 in 3, I1 in 5, I10 in 2, I6 in 3, I8 in 1, I9 in 2")]
    [InlineData("cln", "CHAIN-07 in 2, I10 in 2, I3 in 2, I6 in 2, I8 in 1")]
    [InlineData("eclair", "CHAIN-07 in 2, I10 in 2, I16 in 2, I3 in 2, I6 in 2, I8 in 1")]
    [InlineData("electrum", "CHAIN-07 in 3, I16 in 2, I3 in 2, I6 in 3, I8 in 1")]
    [InlineData("lightning-kmp", "CHAIN-07 in 2, I10 in 2, I16 in 2, I3 in 2, I6 in 2, I8 in 1")]
    public void under_another_profile_breaks_these_promises_in_so_many_steps(string profile, string broken) => Assert.Equal(
        broken,
        string.Join(", ", Alphabets.Names.SelectMany(name => Alphabets.Of(name, Profiles.Find(profile)!.Rules, Explored.Small)).SelectMany(scope => Explored.Broken(new NodeModel(scope)))
            .GroupBy(each => each.Promise, each => each.Steps).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => $"{same.Key} in {same.Min()}")));

    [Fact]
    public void has_the_rows_that_its_code_has()
    {
        var code = Directory.EnumerateFiles(Path.Combine(Root(), "src", "AmpSpec", "Settlement"), "*.cs").SelectMany(file => Row().Matches(File.ReadAllText(file)).Select(row => row.Groups[1].Value));
        Assert.Equal(code.Distinct().Order(StringComparer.Ordinal), ReceiverRows.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void comes_to_sets_that_its_scope_names()
    {
        foreach (var scope in All)
        {
            var named = scope.Sets.Select(set => set.KeyUnder(scope.Rules)).ToHashSet();
            Assert.All(scope.Letters.Where(letter => scope.Invoices.Any(invoice => !letter.IsWrong && letter.Means is SetKey.Mpp(var hash, var secret) && invoice.PaymentHash == hash && invoice.PaymentSecret == secret)), letter =>
                Assert.Contains(letter.Means is SetKey.Mpp(var hash, var secret) ? SetKey.Of(hash, secret, scope.Rules) : letter.Means, named));
        }
    }

    private static IEnumerable<Scope> All => Alphabets.Names.SelectMany(name => Alphabets.Of(name, Rules.Ours, Explored.Small).Concat(Alphabets.Variations(name, Explored.Small)));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AmpSpec.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("\"(receiver/[0-9]+)\"")]
    private static partial Regex Row();
}
