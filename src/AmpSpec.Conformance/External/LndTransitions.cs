using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Operations;
using static AmpSpec.Conformance.Generating.AmpInputs;
using static AmpSpec.Conformance.Generating.Asked;
using static AmpSpec.Conformance.Generating.Intent;
using static AmpSpec.Conformance.Generating.Scenario;

namespace AmpSpec.Conformance.External;

/// <summary>lnd's states of a part: what becomes of it when its invoice, its set or another set is accepted, settled or cancelled. All is 5000 msat.</summary>
internal static class LndTransitions
{
    private const ulong All = 5000, Half = 2500;

    // SHA-256 of it is the hash of every part of the source
    private const string Preimage = "0400000000000000000000000000000000000000000000000000000000000000";

    private static readonly Target Plain = new("session.run", "the invoice of a part changes", "MPP-RCV-17", "MPP-RCV-19", "MPP-RCV-31");
    private static readonly Target Sets = new("session.run", "the set of an AMP part changes, or another", "AMP-RCV-16", "AMP-RCV-17", "MPP-RCV-25");

    /// <summary>The whole file.</summary>
    public static void File(Conversion c) => c.Each("cases", (c, e) =>
    {
        if (e.Text("kind") == "mpp")
        {
            c.Session(Plain, e, Mpp(e.Text("new_invoice_state"), e.Text("result_htlc_state")));
        }
        else
        {
            Amp(c, e, new(e.Member("amp").Text("set_id"), (e.Member("amp").Text("root_share"), (uint)e.Member("amp").Number("child_index")), (Fill("22"), 0)), e.Text("update_for_set_id"));
        }
    });

    private static Scenario Mpp(string becomes, string result)
    {
        var invoice = new Asked("first", Fill("20"), Preimage, All) { Features = ["basic_mpp"], Hold = true, PreimageUnknown = true };
        var held = Given(invoice).Offer("a", All).Claimable(All).Holds(All, 1, "complete");
        return (becomes, result) switch
        {
            ("accepted", "accepted") => held,
            ("settled", "settled") => held.Settle(Preimage).Settles("a"),
            ("canceled", "canceled") => held.CancelInvoice().Fails(UnknownDetails, "a"),
            _ => throw new InvalidOperationException($"{becomes} gives {result}"),
        };
    }

    // the source hands preimages in; in a session they follow from the shares, so its hashes are not asked
    private static void Amp(Conversion c, Element e, AmpSet own, string updated)
    {
        var (other, alone) = (AmpSet.Of(1, updated[..2]) with { Id = updated }, own with { Children = own.Children[..1] });
        var state = (e.Text("htlc_state"), e.Text("new_invoice_state"), updated == own.Id);
        Check(e, state.Item1);
        switch (state)
        {
            case ("accepted", "canceled", true):
                c.Session(Sets, e, Held(own).CancelInvoice().Fails(UnknownDetails, "a"));
                break;
            case ("accepted", "settled", true) when !e.Has("error"):
                c.Session(Sets, e, Whole(alone));
                break;
            case ("accepted", "accepted", false):
                c.Session(Sets, e, Held(own).Offer("x", Half, p => p.Of(other, 0)).Held().Holds(own.Id, Half, 1));
                break;
            case ("accepted", "settled", false):
                c.Session(Sets, e, Held(own).Offer("x", All, p => p.Of(other, 0)).Settles("x").Holds(own.Id, Half, 1));
                break;
            case ("accepted", _, true):
                c.Skip(e, "a preimage is handed to a held AMP set; in a session preimages follow from the shares, and an AMP set is never held");
                break;
            case ("settled", "accepted", _):
                Scenario Again() => Whole(alone).Offer("b", Half, p => p.Of(own, 1));
                c.SessionChoice(Sets, e, Again().Fails(UnknownDetails, "b").Replay("a").Settles("a"), Again().Held().Replay("a").Settles("a"), Policies.All.Single(p => p.Name == "receiver.set-ids"), "reusable");
                break;
            case ("settled", "canceled", _):
                c.Session(Sets, e, Whole(alone).CancelInvoice().Nothing().Replay("a").Settles("a"));
                break;
            case ("settled", _, _):
                c.Session(Sets, e, Whole(alone).Replay("a").Settles("a"));
                break;
            case (_, "accepted", _):
                c.Session(Sets, e, Refused(own).Offer("b", Half, p => p.Of(own, 1)).Held().Replay("a").Fails(UnknownDetails, "a"));
                break;
            case (_, "canceled", _):
                c.Session(Sets, e, Refused(own).CancelInvoice().Nothing().Replay("a").Fails(UnknownDetails, "a"));
                break;
            default:
                c.Session(Sets, e, Refused(own).Offer("b", All, p => p.Of(own with { Children = own.Children[1..] }, 0)).Settles("b").Replay("a").Fails(UnknownDetails, "a"));
                break;
        }
    }

    // a part that is decided stays so; only one that is held goes with its invoice or its set
    private static void Check(Element e, string before)
    {
        var after = e.Text("result_htlc_state");
        if (after != before && (before != "accepted" || after != e.Text("new_invoice_state")))
        {
            throw new InvalidOperationException($"{e.Citation}: {before} becomes {after}");
        }
    }

    private static Scenario Held(AmpSet own) => Given(Asked.Amp(All)).Offer("a", Half, p => p.Of(own, 0)).Held();

    private static Scenario Whole(AmpSet alone) => Given(Asked.Amp(All)).Offer("a", All, p => p.Of(alone, 0)).Settles("a");

    private static Scenario Refused(AmpSet own) => Given(Asked.Amp(All)).Offer("a", Half, p => p.Of(own, 0) with { Expiry = 800_001 }).Fails(UnknownDetails, "a");
}
