using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>lnd's shard tracker: one payment, attempt by attempt.</summary>
internal static class LndTracker
{
    /// <summary>One session: the run as a whole, each refusal on its way, each record and child, and the set at the end.</summary>
    public static void Convert(Conversion c, Element session)
    {
        var run = new SharerRun(session.Text("root"));
        var numbers = new Dictionary<string, int>();
        foreach (var (op, i) in session.Inner("ops").Select((op, i) => (op, i)))
        {
            switch (op.Text("op"), op.Has("error"))
            {
                case ("new_shard", true):
                    run.Trying(r => r.Split(SharerRun.AnyLeft, uint.Parse(op["random_consumed"]![0]!.GetValue<string>(), System.Globalization.NumberStyles.HexNumber, null)))
                        .Exhausted(c, session, $"-op-{i}");
                    break;
                case ("new_shard", false):
                    numbers[op.Text("pid")] = run.HandedOut;
                    run.HandOut(op, op.Flag("last"), Shard(c, session, op, i));
                    break;
                case (_, true):
                    run.Trying(r => r.Merge(numbers.GetValueOrDefault(op.Text("pid"), (int)op.Number("pid")))).UnknownShard(c, session, $"-op-{i}");
                    break;
                default:
                    run.Merge(numbers[op.Text("pid")]);
                    break;
            }
        }

        run.Answered(c, session);
        AtTheEnd(c, session);
    }

    private static string Shard(Conversion c, Element session, Element op, int i)
    {
        var preimage = Derivations.Preimage(op, session.Text("root"), op.Text("share"), (uint)op.Number("index"), op.Text("payment_hash"));
        Derivations.Child(c, session, session["root"]!, op, preimage, $"-op-{i}");
        Records.Both(c, session, amp: true, Records.Amp(op), Records.Whole(amp: true, op.Bytes("amp_record_value")), $"-op-{i}");
        if (i == 0)
        {
            Records.Both(c, session, amp: false, Records.Mpp(op), Records.Whole(amp: false, op.Bytes("mpp_record_value")));
        }

        return preimage;
    }

    // the parts that are on their way at the end, with the hashes they were sent under
    private static void AtTheEnd(Conversion c, Element session)
    {
        var children = session.Inner("children");
        var sent = children.Select(child => session.Inner("ops").Single(op => op.Has("index") && op.Text("index") == child.Text("index") && op.Text("share") == child.Text("share")).Text("payment_hash")).ToArray();
        var matches = children.Zip(sent, (child, hash) => child.Text("payment_hash") == hash).ToArray();
        if (matches.All(m => m) != session.Flag("all_hashes_match"))
        {
            throw new InvalidOperationException($"{session.Citation}: hashes that the source says otherwise");
        }

        Derivations.Set(c, session, children, matches, session["reconstructed_root"]!, children, sent);
    }
}
