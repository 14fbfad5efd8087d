using System.Text.RegularExpressions;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring.Nodes;
using Xunit;

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

    [Fact]
    public void has_as_many_states_in_each_alphabet() => Assert.Equal(
        """
        core: sets of one hash, every second one for its owner to settle: 1834 states, 16116 transitions, depth 8
        meta: details that do not fit: 51 states, 782 transitions, depth 8
        meta: records beside a part, where the invoice says nothing: 328 states, 1764 transitions, depth 7
        meta: records beside a part, where the invoice has metadata: 267 states, 1428 transitions, depth 7
        meta: invoices that share a hash or a secret: 429 states, 2457 transitions, depth 6
        meta: an invoice for one part: 7 states, 27 transitions, depth 3
        meta: a missing secret is told: 51 states, 782 transitions, depth 8
        meta: metadata is unknown: 267 states, 1428 transitions, depth 7
        meta: AMP parts are unknown: 51 states, 782 transitions, depth 8
        meta: keysend parts for the hash of an invoice stand apart: 64 states, 195 transitions, depth 8
        meta: a secret may be missing: 703 states, 2682 transitions, depth 7
        bounds: no more than two parts: 94 states, 332 transitions, depth 7
        bounds: no more than one set: 63 states, 224 transitions, depth 7
        bounds: amounts as large as they can be: 117 states, 386 transitions, depth 6
        bounds: deadlines that differ: 2130 states, 14310 transitions, depth 10
        bounds: invoices that expire: 309 states, 1312 transitions, depth 9
        bounds: an owner who rejects the next part: 82 states, 239 transitions, depth 8
        bounds: a stale tip: 1027 states, 5682 transitions, depth 11
        bounds: more than two parts fail their set: 82 states, 321 transitions, depth 6
        bounds: another total fails its part alone: 114 states, 392 transitions, depth 6
        bounds: no part that waits for long: 78 states, 283 transitions, depth 6
        bounds: each part has its deadline: 2479 states, 16151 transitions, depth 11
        bounds: only complete sets have a deadline: 3805 states, 26149 transitions, depth 10
        bounds: what an owner holds has no deadline: 3146 states, 20984 transitions, depth 11
        bounds: a part that comes at its deadline: 2130 states, 14984 transitions, depth 10
        bounds: each part has its timer: 2262 states, 15038 transitions, depth 10
        bounds: each part has its timer and its deadline: 2616 states, 16899 transitions, depth 11
        bounds: a part too many is added: 4661 states, 30337 transitions, depth 10
        bounds: a part too many is opened: 164 states, 702 transitions, depth 10
        bounds: an early word forgets the set: 3662 states, 21798 transitions, depth 10
        bounds: incomplete sets end with their invoice: 441 states, 1807 transitions, depth 9
        bounds: no part is taken on a stale tip: 642 states, 3536 transitions, depth 8
        spontaneous: two AMP sets: 257 states, 2016 transitions, depth 7
        spontaneous: shares that do not open, or come twice: 157 states, 688 transitions, depth 5
        spontaneous: ids of sets of another invoice: 384 states, 2228 transitions, depth 7
        spontaneous: AMP sets on a stale tip: 770 states, 2926 transitions, depth 8
        spontaneous: AMP without an invoice: 184 states, 1008 transitions, depth 6
        spontaneous: keysend: 70 states, 261 transitions, depth 7
        spontaneous: payments that nobody wants: 4 states, 36 transitions, depth 3
        spontaneous: bad shares cancel the invoice: 154 states, 684 transitions, depth 5
        spontaneous: shares are not compared: 128 states, 696 transitions, depth 5
        spontaneous: ids come back: 719 states, 4870 transitions, depth 10
        spontaneous: keysend in one part alone: 7 states, 45 transitions, depth 3
        spontaneous: keysend in the place of a secret: 46 states, 132 transitions, depth 7
        restart: crashes and parts that come again: 1021 states, 7540 transitions, depth 10
        restart: a node that forgets its undecided sets: 109 states, 607 transitions, depth 8
        restart: parts that can be taken back: 55 states, 268 transitions, depth 4
        restart: a node that is about to stop: 780 states, 4340 transitions, depth 10
        restart: a failed part that comes again is told something else: 1281 states, 9181 transitions, depth 11
        restart: a failed part that comes again is judged anew: 895 states, 6572 transitions, depth 9
        restart: undecided sets do not outlive the node: 1752 states, 12232 transitions, depth 11
        restart: a node that starts fails what it holds: 2354 states, 16490 transitions, depth 11
        restart: timers begin again: 3578 states, 26996 transitions, depth 15
        restart: a node that stops fails what is incomplete: 585 states, 3226 transitions, depth 10
        restart: parts that were under way to a set that has ended: 40 states, 125 transitions, depth 6
        """,
        string.Join('\n', Explorations.Value.Select(one => $"{one.Scope}: {one.Found.States} states, {one.Found.Transitions} transitions, depth {one.Found.Depth}")));

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
