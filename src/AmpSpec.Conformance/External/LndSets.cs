using AmpSpec.Conformance.Generating;
using static AmpSpec.Conformance.Generating.AmpInputs;
using static AmpSpec.Conformance.Generating.Asked;
using static AmpSpec.Conformance.Generating.Intent;
using static AmpSpec.Conformance.Generating.Scenario;

namespace AmpSpec.Conformance.External;

/// <summary>lnd's sets of HTLCs: which parts belong together, and what a settled part is told when it comes again.</summary>
internal static class LndSets
{
    /// <summary>Why an entry about a record that is damaged is not asked.</summary>
    public const string Damaged = "a record that lost its preimage, or has one that does not fit; no event of a session brings that about";

    private const string First = "0100000000000000000000000000000000000000000000000000000000000000", Second = "0200000000000000000000000000000000000000000000000000000000000000";

    private static readonly Target Grouping = new("session.run", "which parts are a set", "MPP-RCV-01", "AMP-RCV-01", "AMP-RCV-16");
    private static readonly Target Replays = new("session.run", "a settled part comes again", "MPP-RCV-23", "AMP-RCV-11");
    private static readonly Target Kinds = new("session.run", "part and invoice of two kinds", "AMP-RCV-03", "AMP-RCV-04");

    /// <summary>The whole file.</summary>
    public static void File(Conversion c)
    {
        var all = c.List("grouping");
        foreach (var (entry, at) in all.Select((entry, at) => (entry, at)))
        {
            Group(c, entry, [.. all.Take(at + 1)]);
        }

        c.Each("replay_settled", Replay);
        c.Each("type_mismatch", Mismatch);
    }

    // one step after the other up to this entry, and which sets hold how many parts then
    private static void Group(Conversion c, Element entry, IReadOnlyList<Element> upTo)
    {
        if (entry.Member("add").Text("state") == "settled")
        {
            c.Skip(entry, "a settled part beside held ones of its set; a set settles as a whole (MPP-RCV-19)");
            return;
        }

        var (plain, amp) = (Mpp(null), Amp(null, n: 1));
        var session = upTo.Select(e => e.Member("add")).Aggregate(Given(plain, amp), (so, part) => Add(so, part, amp));
        foreach (var (name, member) in new[] { (plain.Hash, "accepted_set_without_set_id"), (First, "accepted_set_01"), (Second, "accepted_set_02") })
        {
            var held = entry[member]!.AsArray().Count;
            session = held == 0 ? session : session.Holds(name, 100UL * (ulong)held, held);
        }

        c.Session(Grouping, entry, session.Undecided(new[] { "accepted_set_without_set_id", "accepted_set_01", "accepted_set_02" }.Count(member => entry[member]!.AsArray().Count > 0)));
    }

    private static Scenario Add(Scenario session, Element part, Asked amp)
    {
        var name = $"p{part.Text("htlc_id")}";
        Htlc Of(Htlc p) => (part.Has("set_id") ? p.To(amp).Of(One(part.Text("set_id"), (uint)part.Number("htlc_id")), 0) : p) with { Total = 1000 };
        return part.Text("state") == "accepted" ? session.Offer(name, 100, Of).Held() : session.Offer(name, 100, p => Of(p) with { Expiry = 800_001 }).Fails(UnknownDetails, name);
    }

    private static void Replay(Conversion c, Element e)
    {
        if (e.Text("kind") == "mpp" && e.Has("invoice_preimage"))
        {
            var invoice = new Asked("first", Fill("20"), e.Text("invoice_preimage"), 1000) { Features = ["basic_mpp"] };
            Replay(c, e, Given(invoice).Offer("a", 1000));
        }
        else if (e.Has("htlc_amp") && e.Member("htlc_amp") is var part && Says(e, "htlc_preimage_mismatch", part.Text("hash") != e.Text("payment_hash")) && part.Has("preimage"))
        {
            // the source's preimage is none of this share, so the part has the one that is
            var set = new AmpSet(part.Text("set_id"), (part.Text("root_share"), (uint)part.Number("child_index")));
            Replay(c, e, Given(Amp()).Offer("a", 1000, p => p.Of(set, 0)));
        }
        else
        {
            c.Skip(e, Damaged);
        }
    }

    // an error is asked where it comes of another hash, not where the record does not fit itself
    private static bool Says(Element e, string error, bool otherwise) => !e.Member("expect").Has("error") || (e.Member("expect").Text("error") == error && otherwise);

    private static void Replay(Conversion c, Element e, Scenario settled) => c.Session(Replays, e, e.Member("expect").Has("settle_with")
        ? settled.Settles("a").Replay("a").Settles("a")
        : settled.Settles("a").ReplayAs("a", p => p with { Hash = e.Text("payment_hash") }).Fails(UnknownDetails, "a"));

    private static void Mismatch(Conversion c, Element e)
    {
        var addressed = Amp() with { Preimage = Fill("01"), PreimageUnknown = true };
        switch (e.Text("id"))
        {
            case "lnd-type-1":
                c.Session(Kinds, e, Given(Mpp()).Offer("a", 1000, p => p with { Secret = null, Amp = p.Of(One(First, 0), 0).Amp }).Fails(UnknownDetails, "a"));
                break;
            case "lnd-type-2":
                c.Session(Kinds, e, Given(addressed).Offer("a", 1000, p => p with { Secret = null }).Fails(UnknownDetails, "a"));
                break;
            default:
                c.Skip(e, Damaged);
                break;
        }
    }

    private static AmpSet One(string set, uint index) => new(set, (Fill("11"), index));
}
