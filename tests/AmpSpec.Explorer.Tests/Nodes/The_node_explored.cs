using System.Text.RegularExpressions;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring.Nodes;
using Xunit;

namespace AmpSpec.Explorer.Tests.Nodes;

/// <summary>The shipped node within the bounds of its alphabets.</summary>
public sealed partial class The_node_explored
{
    [Theory]
    [InlineData(1, 1, false, 0, 0, 0)]
    [InlineData(2, 1, false, 0, 0, 0)]
    [InlineData(2, 2, false, 0, 0, 0)]
    [InlineData(3, 2, false, 0, 0, 0)]
    [InlineData(3, 3, false, 0, 0, 0)]
    [InlineData(4, 2, false, 0, 0, 0)]
    [InlineData(3, 2, true, 0, 0, 0)]
    [InlineData(4, 2, true, 0, 0, 0)]
    [InlineData(5, 2, true, 0, 0, 0)]
    public void keeps_its_promises_in_all_of_these_states(int parts, int sets, bool symmetry, long states, long transitions, int depth)
    {
        var found = Explored.Of(Alphabets.Of("core", Rules.Ours, new Size(parts, sets, Total: Math.Min(parts, 3)))[0], symmetry);
        Assert.Equal((true, true), (found.Complete, found.Holds));
        Assert.Equal((states, transitions, depth), (found.States, found.Transitions, found.Depth));
    }

    [Fact]
    public void keeps_its_promises_in_every_alphabet_and_uses_every_row()
    {
        var all = Union.Of([.. All.Select(scope => Explored.Of(scope))]);
        Assert.Equal([], all.Verdicts.Where(v => v.Verdict is not Verdict.Kept).Select(v => v.Promise));
        Assert.Equal([], all.Unfired);
        Assert.Equal(ReceiverRows.All, all.Fired);
    }

    [Fact]
    public void has_as_many_states_in_each_alphabet() => Assert.Equal(
        """
        """,
        string.Join('\n', All.Select(scope => (Scope: scope, Found: Explored.Of(scope))).Select(one => $"{one.Scope.Alphabet}: {one.Scope.Name}: {one.Found.States} states, {one.Found.Transitions} transitions, depth {one.Found.Depth}")));

    [Fact]
    public void breaks_what_is_waived_where_a_policy_is_not_ours_and_nothing_else() => Assert.Equal(
        """
        """,
        string.Join('\n', All.Where(scope => scope.Waives.Count > 0).Select(scope => (Scope: scope, Broken: Explored.Broken(new NodeModel(scope with { Waives = [] }))))
            .Select(one =>
            {
                Assert.Equal(one.Scope.Waives.Order(StringComparer.Ordinal), one.Broken.Select(broken => broken.Promise).Order(StringComparer.Ordinal));
                return $"{one.Scope.Name}: {string.Join(", ", one.Broken.Select(broken => $"{broken.Promise} in {broken.Steps}"))}";
            })));

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
