using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring.Nodes;
using Xunit;
using Rest = AmpSpec.Settlement.Rest;
using TableStep = AmpSpec.Settlement.Step;

namespace AmpSpec.Explorer.Tests.Nodes;

/// <summary>For each promise a receiver that breaks it, and the length of the shortest run that shows it.</summary>
public sealed class A_node_with_a_mistake
{
    private const string Core = "sets of one hash, every second one for its owner to settle";

    private static readonly Preimage Wrong = new(new Bytes32([.. Enumerable.Repeat((byte)0x99, 32)]));

    [Theory]
    [InlineData("I1", "the part that completes a set is failed", Core, 2)]
    [InlineData("I3", "a set is opened when one unit is missing", Core, 1)]
    [InlineData("I4", "bad shares cancel the invoice", "shares that do not open, or come twice", 2)]
    [InlineData("I5", "an ended set takes parts", "two AMP sets", 3)]
    [InlineData("I7", "a part too many is counted and failed", Core, 3)]
    [InlineData("I9", "no timer fires", Core, 3)]
    [InlineData("I16", "no deadline passes", Core, 2)]
    [InlineData("I16", "the newest expiry governs the set", "deadlines that differ", 3)]
    [InlineData("I17", "a part is held and not counted", Core, 1)]
    [InlineData("I20", "a part too many is opened", "a part too many is opened", 3)]
    [InlineData("MPP-RCV-17", "timers fire at once", Core, 2)]
    [InlineData("AMP-RCV-10", "another preimage is sent", Core, 2)]
    [InlineData("CHAIN-07", "nobody looks at the tip", "a stale tip", 2)]
    public void is_found_out_by_a_shortest_run(string promise, string mistake, string scope, int steps) =>
        Assert.Equal(steps, Shortest(promise, new NodeModel(Explored.ScopeOf(scope) with { Waives = [] }) { Table = Mistakes[mistake] }));

    [Theory]
    [InlineData("I6", "a failed part that comes again is told something else", "crashes and parts that come again", 4)]
    [InlineData("I6", "a restart loses the record", "crashes and parts that come again", 2)]
    [InlineData("MPP-RCV-34", "what is not committed outlives the node", "parts that can be taken back", 2)]
    [InlineData("MPP-RCV-34", "the first offer of a name waits", "parts that can be taken back", 2)]
    [InlineData("I8", "a missing secret is told", "details that do not fit", 1)]
    [InlineData("I10", "sets are grouped by the secret alone", "invoices that share a hash or a secret", 1)]
    public void is_found_out_where_the_mistake_is_the_nodes(string promise, string mistake, string scope, int steps) =>
        Assert.Equal(steps, Shortest(promise, new NodeModel(Explored.ScopeOf(scope)) { Instead = Nodes[mistake] }));

    [Fact]
    public void is_asked_about_every_promise() => Assert.Equal(
        Promises.Names.Select(name => name.Split(' ')[0]).Order(StringComparer.Ordinal),
        new[] { nameof(is_found_out_by_a_shortest_run), nameof(is_found_out_where_the_mistake_is_the_nodes) }
            .SelectMany(test => typeof(A_node_with_a_mistake).GetMethod(test)!.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Cast<InlineDataAttribute>())
            .Select(data => (string)data.GetData(null!).Single()[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void gives_the_run_step_by_step()
    {
        var broken = Explored.Of(new NodeModel(Explored.ScopeOf(Core)) { Table = Mistakes["no timer fires"] }).Verdicts.Single(v => v.Verdict is Verdict.Broken);
        Assert.Equal(["part 1: offered: 1 of 3 for set 1 (receiver/51)", "a tick (receiver/59 receiver/64)", "a tick (receiver/59 receiver/64)"], broken.Run!.Value.Select(step => $"{step}"));
        Assert.Equal("set 1 collects, 1 msat of 3 msat in 1, age 2; broken: Overdue", broken.Run.Value[2].Summary);
        Assert.IsType<ReceiverEvent.Ticked>(broken.Run.Value[2].Cause);
    }

    private static int Shortest(string promise, NodeModel model) =>
        Explored.Of(model with { Scope = model.Scope.Alone(Promises.Names.Single(name => name.StartsWith($"{promise} ", StringComparison.Ordinal))) }).Verdicts.Single(v => v.Verdict is Verdict.Broken).Run!.Value.Count;

    private static readonly Dictionary<string, SetTable> Mistakes = new()
    {
        ["the part that completes a set is failed"] = But((step, on, _, _) => step is { One: Fate.Settled, Rest: Rest.All } ? step with { One = new Fate.Failed(new Refusal.TimedOut()) } : step),
        ["a set is opened when one unit is missing"] = But((step, _, set, terms) => step is { One: Fate.Held, Next: HtlcSet.Collecting(var held) } && terms.Preimage is { } opens && held.Sum.Msat + new Msat(1) >= held.Total.Msat
            ? new TableStep(new HtlcSet.Settled(), new Fate.Settled(new Opening.Shared(opens)), new Rest.All(new Fate.Settled(new Opening.Shared(opens)))) : step),
        ["bad shares cancel the invoice"] = (set, on, now, terms, rules) => Settlement.Receiver.Next(set, on, now, terms, rules with { Mismatch = Mismatch.CancelInvoice }),
        ["an ended set takes parts"] = (set, on, now, terms, rules) => Settlement.Receiver.Next(set is HtlcSet.Dead ? HtlcSet.Start : set, on, now, terms, rules),
        ["a part too many is counted and failed"] = But((step, on, set, _) => set is HtlcSet.Complete(var held) && on is SetEvent.PartArrived(var part, _) ? step with { Next = new HtlcSet.Complete(held.With(part)) } : step),
        ["no timer fires"] = But((step, on, set, _) => on is SetEvent.TimePassed ? Settlement.Receiver.Next(set, on, new Now(new Instant(0), new BlockHeight(0)), new Terms(), Rules.Ours) : step),
        ["no deadline passes"] = But((step, on, set, _) => on is SetEvent.BlockPassed ? new TableStep(set, null, new Rest.Keep()) : step),
        ["the newest expiry governs the set"] = But((step, on, set, _) => (set, on, step.Next) switch
        {
            (HtlcSet.Collecting(var held), SetEvent.PartArrived(var part, _), HtlcSet.Collecting next) when next.Held.Parts > held.Parts => step with { Next = new HtlcSet.Collecting(Timeless(held).With(part)) },
            (HtlcSet.Collecting(var held), SetEvent.PartArrived(var part, _), HtlcSet.Complete) => step with { Next = new HtlcSet.Complete(Timeless(held).With(part)) },
            _ => step,
        }),
        ["a part is held and not counted"] = But((step, on, set, _) => step is { One: Fate.Held, Next: HtlcSet.Collecting } && on is SetEvent.PartArrived(var part, _) ? step with { Next = new HtlcSet.Collecting(Held.Opened(part.Total, part.AcceptedAt.Clock)) } : step),
        ["a part too many is opened"] = Settlement.Receiver.Next,
        ["timers fire at once"] = (set, on, now, terms, rules) => Settlement.Receiver.Next(set, on, on is SetEvent.TimePassed ? now with { Clock = now.Clock.After(rules.SetTimeoutMs) } : now, terms, rules),
        ["another preimage is sent"] = But((step, _, _, _) => step is { One: Fate.Settled, Rest: Rest.All(Fate.Settled) } ? step with { One = new Fate.Settled(new Opening.Shared(Wrong)) } : step),
        ["nobody looks at the tip"] = (set, on, now, terms, rules) => Settlement.Receiver.Next(set, on, now with { TipIsStale = false }, terms, rules),
    };

    private static readonly Dictionary<string, Decides> Nodes = new()
    {
        ["a failed part that comes again is told something else"] = (node, on, clock, height) => Shipped(node with { Rules = node.Rules with { Replays = Replays.Plain } }, on, clock, height),
        ["a restart loses the record"] = (node, on, clock, height) => Shipped(node, on is NodeEvent.Restarted(_, var delivered) ? new NodeEvent.Restarted(Lossy: true, delivered) : on, clock, height),
        ["what is not committed outlives the node"] = (node, on, clock, height) => Shipped(node, on, clock, height) is { } released && on is NodeEvent.Restarted ? released with { Node = released.Node with { Uncommitted = node.Uncommitted } } : Shipped(node, on, clock, height),
        ["the first offer of a name waits"] = (node, on, clock, height) => Shipped(node, on is NodeEvent.HtlcOffered(var again, false) && node.Uncommitted.ContainsKey(again.Id) ? new NodeEvent.Nothing() : on, clock, height),
        ["a missing secret is told"] = (node, on, clock, height) => Shipped(node with { Rules = node.Rules with { SecretMissing = SecretMissing.FeatureMissing } }, on, clock, height),
        ["sets are grouped by the secret alone"] = (node, on, clock, height) => Shipped(
            node,
            on is NodeEvent.HtlcOffered(var offer, var committed) && node.Invoices.FirstOrDefault(invoice => invoice.PaymentSecret == new Letter("", offer).Payload?.PaymentData?.PaymentSecret)?.PaymentHash is { } hash
                ? new NodeEvent.HtlcOffered(offer with { Hash = hash }, committed) : on,
            clock, height),
    };

    private static Released? Shipped(Node node, NodeEvent on, Instant clock, BlockHeight height) =>
        node.Decide(on, clock, height) is { } decision ? decision.Release(new Memory().Append(decision.Entry)) : null;

    // the same sums without any expiry
    private static Held Timeless(Held held)
    {
        var nothing = new Part(default, default, default, default, held.Total, CltvExpiry.Never) { AcceptedAt = new Now(held.FirstAt, default) };
        return held.Parts == 0 ? held : Held.Of([nothing with { Onion = held.Sum, Wire = held.WireSum }, .. Enumerable.Repeat(nothing, held.Parts - 1)]);
    }

    private static SetTable But(Func<TableStep, SetEvent, HtlcSet, Terms, TableStep> wrong) => (set, on, now, terms, rules) => wrong(Settlement.Receiver.Next(set, on, now, terms, rules), on, set, terms);

    private sealed class Memory : Journal
    {
        protected override void Write(Entry entry)
        {
        }
    }
}
