using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>lnd's payer: trees of sharers, and shard trackers that hand out, take back and retry.</summary>
internal static class LndSessions
{
    private static readonly Target Split = new("amp.share.split", "split", "AMP-DRV-10");
    private static readonly Target Merged = new("amp.share.merge", "merged", "AMP-DRV-13");

    /// <summary>The whole file.</summary>
    public static void File(Conversion c)
    {
        c.Each("sharer", Tree);
        c.Each("tracker", LndTracker.Convert);
    }

    // A sharer is a node with a share; a split makes two nodes, a merge one, and zero the node that has nothing left.
    private static void Tree(Conversion c, Element session)
    {
        var shares = new Dictionary<string, string> { ["0"] = session.Text("root") };
        var emptied = new Dictionary<string, string>();
        foreach (var (op, i) in session.Inner("ops").Select((op, i) => (op, i)))
        {
            switch (op.Text("op"))
            {
                case "split" when op.Has("error"):
                    SplitOfNothing(c, session, emptied.GetValueOrDefault(op.Text("node")), $"-op-{i}");
                    break;
                case "split":
                    c.Valid(Split, session, Json.Of(("share", shares[op.Text("node")]), ("left", op["random_consumed"]![0])), Json.Of(("left", op["left_share"]), ("right", op["right_share"])), $"-op-{i}");
                    shares[op.Text("left")] = op.Text("left_share");
                    shares[op.Text("right")] = op.Text("right_share");
                    break;
                case "merge":
                    c.Valid(Merged, session, Json.Of(("free", shares[op.Text("node")]), ("share", shares[op.Text("child_of")])), Json.Of(("free", op["result_share"])), $"-op-{i}");
                    shares[op.Text("result")] = op.Text("result_share");
                    break;
                case "zero":
                    emptied[op.Text("result")] = shares[op.Text("node")];
                    shares[op.Text("result")] = op.Text("result_share");
                    break;
            }
        }

        Leaves(c, session);
        Chain(c, session);
    }

    // the node has nothing left, because its root is zero or because all of its share was handed out
    private static void SplitOfNothing(Conversion c, Element session, string? before, string suffix)
    {
        var run = new SharerRun(before ?? session.Text("root"));
        if (before is not null)
        {
            run.Last(0);
        }

        run.Split(SharerRun.AnyLeft);
        run.Exhausted(c, session, suffix);
    }

    private static void Leaves(Conversion c, Element session)
    {
        var children = session.Inner("children");
        foreach (var (child, i) in children.Select((child, i) => (child, i)))
        {
            Derivations.Child(c, session, session["root"]!, child, $"-child-{i}");
        }

        Derivations.Set(c, session, children, [.. children.Select(_ => session.Flag("reconstruction_matches"))], session["reconstructed_root"]!, children);
    }

    // where every split is of the share that is still free, the tree is one payer's run
    private static void Chain(Conversion c, Element session)
    {
        var ops = session.Inner("ops");
        var free = "0";
        foreach (var op in ops)
        {
            if (op.Text("op") != "split" || op.Text("node") != free)
            {
                return;
            }

            free = op.Has("error") ? free : op.Text("right");
        }

        var run = new SharerRun(session.Text("root"));
        foreach (var child in session.Inner("children"))
        {
            run.HandOut(child, last: child.Text("node") == free, child.Text("preimage"));
        }

        run.Answered(c, session);
    }
}
