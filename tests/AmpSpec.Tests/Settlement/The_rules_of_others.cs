using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Xunit;
using static AmpSpec.Tests.Settlement.Receiving;

namespace AmpSpec.Tests.Settlement;

/// <summary>What no row of a table shows: sizes, names, and what a node does under other rules than ours.</summary>
public sealed class The_rules_of_others
{
    private static readonly Failing Failed = new(new(new Msat(7)), new(new Msat(6)), new(new Msat(5)), new CltvExpiry(800_144), new BlockHeight(800_001));
    private static readonly Invoice Ending = Mpp with { ExpiresAt = new Instant(5_000) };

    [Fact]
    [Requirement("MPP-RCV-29", "AMP-RCV-23", "MPP-RCV-05", "MPP-RCV-15")]
    public void have_sizes_and_ours_are_these()
    {
        Assert.Equal((128, 64, 60_000UL, 18u, 18u), (Rules.Ours.MaxParts, Rules.Ours.MaxSets, Rules.Ours.SetTimeoutMs, Rules.Ours.CltvMargin.Value, new Terms().MinFinalCltvExpiry.Value));
    }

    [Fact]
    public void are_found_by_name_version_or_release()
    {
        Assert.Equal("lnd@90ea05d5a7f9", $"{Profiles.Lnd}");
        Assert.All(["lnd", "lnd@90ea05d5a7f9", "lnd@90ea05d", "lnd@0.21.99-beta"], named => Assert.Same(Profiles.Lnd, Profiles.Find(named)));
        Assert.All(["lnd@90ea05", "lnd@0ea05d5", "lnd@", "ldk@90ea05d", "lnd@90ea05d5a7f9@", "", "nobody"], named => Assert.Null(Profiles.Find(named)));
        Assert.Same(Profiles.Ldk, Profiles.Find("ldk@0.3.0+git"));
    }

    [Fact]
    [Requirement("MPP-RCV-02")]
    public void tell_of_a_missing_secret_in_three_ways()
    {
        string Told(SecretMissing how) => WireFailure.Of(new Refusal.MissingSecret(), Failed, Rules.Ours with { SecretMissing = how }).Row!.Name;
        Assert.Equal(["incorrect_or_unknown_payment_details", "required_node_feature_missing", "invalid_onion_payload"], new[] { SecretMissing.UnknownDetails, SecretMissing.FeatureMissing, SecretMissing.InvalidPayload }.Select(Told));
        Assert.Equal(FinalFailure.InvalidPayload(new(8, 0)), WireFailure.Of(new Refusal.MissingSecret(), Failed, Rules.Ours with { SecretMissing = SecretMissing.InvalidPayload }));
        Assert.Equal("incorrect_or_unknown_payment_details", WireFailure.Of(new Refusal.CountsDiffer(), Failed, Rules.Ours).Row!.Name);
    }

    [Fact]
    [Requirement("INV-06")]
    public void cancel_an_invoice_a_millisecond_after_its_end_or_fail_its_set_a_second_after()
    {
        var cancels = Under(Rules.Ours with { InvoiceExpiry = InvoiceExpiry.CancelsInvoice }, Ending);
        cancels.Offers(Part(1, 400));
        Assert.Empty(cancels.Waits(5_000));
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], cancels.Waits(5_001).Show());
        var other = Mpp with { PaymentSecret = new PaymentSecret(Filled(0x23)) };
        var fails = Under(Rules.Ours with { InvoiceExpiry = InvoiceExpiry.FailsIncomplete }, Ending, other);
        fails.Offers(Part(1, 400));
        fails.Offers(Part(2, 400, says: p => p with { PaymentData = new PaymentData(other.PaymentSecret!.Value, new Msat(1000)) }));
        Assert.Empty(fails.Waits(5_999));
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], fails.Waits(6_000).Show());
    }

    [Fact]
    [Requirement("INV-06")]
    public void leave_an_invoice_whose_set_waits_for_its_owner()
    {
        var node = Under(Rules.Ours with { InvoiceExpiry = InvoiceExpiry.CancelsInvoice }, Waiting with { ExpiresAt = new Instant(5_000) }, Mpp with { PaymentHash = new Preimage(Filled(0x02)).Hash(), PaymentSecret = new PaymentSecret(Filled(0x24)), ExpiresAt = new Instant(5_000) });
        node.Offers(Part(1, 1000));
        Assert.Empty(node.Waits(9_000));
        Assert.Equal([InvoiceStatus.Open, InvoiceStatus.Canceled], node.Node.Invoices.Select(invoice => invoice.Status));
    }

    [Fact]
    [Requirement("MPP-RCV-24")]
    public void fail_what_they_held_when_they_start_again_or_begin_its_time_anew()
    {
        var fails = Under(Rules.Ours with { Restart = Restart.Fails }, Mpp);
        fails.Offers(Part(1, 400));
        Assert.Equal(["1 temporary_node_failure"], fails.On(new NodeEvent.Restarted(false, null)).Show());
        Assert.Empty(fails.Node.Sets);
        var anew = Under(Rules.Ours with { Restart = Restart.ResumesAfresh }, Mpp, Waiting with { PaymentSecret = new PaymentSecret(Filled(0x23)) });
        anew.Offers(Part(1, 400));
        anew.Offers(Part(2, 1000, says: p => p with { PaymentData = new PaymentData(new PaymentSecret(Filled(0x23)), new Msat(1000)) }));
        Assert.Empty(anew.On(new NodeEvent.Restarted(false, null), at: 50_000));
        Assert.Equal(["Collecting", "Complete"], anew.Node.Sets.Select(open => open.Set.GetType().Name));
        Assert.Empty(anew.Waits(109_999));
        Assert.Equal(["1 mpp_timeout"], anew.Waits(110_000).Show());
        Assert.Single(anew.Node.Sets);
    }

    [Fact]
    [Requirement("MPP-RCV-23")]
    public void judge_a_part_that_failed_again_or_fail_it_unheard()
    {
        Receiving After(Replays replays)
        {
            var node = Under(Rules.Ours with { Replays = replays }, Mpp);
            node.Offers(Part(1, 400));
            node.Waits(60_000);
            return node;
        }

        Assert.Equal(["1 mpp_timeout"], After(Replays.Same).Offers(Part(1, 400), at: 60_000).Show());
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], After(Replays.Plain).Offers(Part(1, 400), at: 60_000).Show());
        Assert.Empty(After(Replays.Anew).Offers(Part(1, 400), at: 60_000));
    }

    [Fact]
    [Requirement("AMP-RCV-09")]
    public void close_the_invoice_of_a_bad_set_and_no_other()
    {
        var other = Amp with { PaymentSecret = new PaymentSecret(Filled(0xa1)) };
        Offer ToOther(Offer offer) => offer with { Payload = new Decoded<FinalPayload>.Ok(((Decoded<FinalPayload>.Ok)offer.Payload).Value with { PaymentData = new PaymentData(other.PaymentSecret!.Value, new Msat(1000)) }, 0) };
        var node = Under(Rules.Ours with { Mismatch = Mismatch.CancelInvoice }, Amp, other, Mpp);
        node.Offers(Part(9, 400));
        node.Offers(ToOther(Child(8, 400, 0x77, 0, 0x19, 0x2a)));
        node.Offers(Child(1, 400, 0x66, 0, 0x19, 0x2a));
        node.Offers(Child(2, 400, 0x55, 0, 0x11, 0x22));
        Assert.Equal(["1 incorrect_or_unknown_payment_details", "2 incorrect_or_unknown_payment_details", "3 incorrect_or_unknown_payment_details"], node.Offers(Child(3, 600, 0x55, 1, 0x11, 0x22) with { Hash = new Hash32(Filled(0x77)) }).Show().Order());
        Assert.Equal([InvoiceStatus.Canceled, InvoiceStatus.Open, InvoiceStatus.Open], node.Node.Invoices.Select(invoice => invoice.Status));
        Assert.Equal(2, node.Node.Sets.Count);
    }

    [Fact]
    [Requirement("CHAIN-01")]
    public void give_each_part_its_own_deadline()
    {
        var node = Under(Rules.Ours with { Deadline = Deadline.FailPart }, Waiting);
        node.Offers(Part(1, 400) with { Expiry = new(800_144) });
        node.Offers(Part(2, 600, says: p => p with { OutgoingCltvValue = 1 }) with { Expiry = new(800_100) });
        Assert.Equal(["2 incorrect_or_unknown_payment_details"], node.Waits(0, 800_083).Show());
        Assert.Equal(1, node.HoldsNow(Key).Parts);
    }

    [Fact]
    [Requirement("MPP-RCV-15")]
    public void open_a_set_before_its_first_part()
    {
        var node = With(Mpp);
        node.On(new NodeEvent.SetOpened(Key, Mpp.Terms, new TotalAmount(new Msat(1000))));
        node.On(new NodeEvent.SetOpened(Key, Mpp.Terms, new TotalAmount(new Msat(2000))), at: 10_000);
        Assert.Equal((1, new TotalAmount(new Msat(1000)), new Instant(0), 0), (node.Node.Sets.Count, node.HoldsNow(Key).Total, node.HoldsNow(Key).FirstAt, node.Node.Sets[0].Parts.Count));
    }

    [Fact]
    public void leave_idle_rows_where_nothing_changes()
    {
        var node = With(Mpp);
        node.Offers(Part(1, 400));
        Assert.All(node.Last!.Rows.Where(row => row.Id == "receiver/51"), row => Assert.False(row.Idle));
        node.Waits(1);
        Assert.NotEmpty(node.Last!.Rows);
        Assert.All(node.Last.Rows, row => Assert.True(row.Idle));
        node.Offers(Part(2, 400) with { Wire = new(new Msat(1)) });
        Assert.Contains(node.Last!.Rows, row => row is { Id: "receiver/09", Idle: false });
        node.Offers(Part(3, 400, total: 1001, says: p => p with { PaymentMetadata = [1] }));
        Assert.Contains(node.Last!.Rows, row => row is { Id: "receiver/44", Idle: false });
        node.Waits(60_000);
        Assert.Contains(node.Last!.Rows, row => row is { Id: "receiver/58", Idle: false });
    }

    [Fact]
    [Requirement("AMP-RCV-18", "INV-05")]
    public void find_an_invoice_before_they_make_one_and_by_its_secret_before_they_know_none()
    {
        var node = Under(Rules.Ours with { AcceptAmp = true, AcceptKeysend = true }, Amp);
        node.Offers(Child(1, 400, 0x55, 0, 0x11, 0x22));
        Assert.Single(node.Node.Invoices);
        node.Offers(Part(2, 1000, says: p => p with { PaymentData = new PaymentData(AmpAddress, new Msat(1000)) }));
        Assert.Equal(["receiver/17"], node.Last!.Rows.Where(row => !row.Idle).Select(row => row.Id));
        Assert.Single(node.Node.Invoices);
    }

    [Fact]
    [Requirement("MPP-RCV-15")]
    public void end_a_timer_with_the_tick_that_reaches_it()
    {
        var ticks = Rules.Ours with { TimerEnd = TimerEnd.Ticks, TickMs = 60_000 };
        Assert.Equal(new Instant(120_000), SetTimer.DueAt(new Instant(59_999), ticks with { SetTimeoutMs = 60_001 }));
        Assert.Equal(new Instant(60_000), SetTimer.DueAt(new Instant(59_999), ticks with { SetTimeoutMs = 60_000 }));
    }

    [Fact]
    [Requirement("MPP-RCV-26")]
    public void keep_even_records_of_the_first_part_where_they_compare_none()
    {
        var node = Under(Rules.Ours with { CustomRecords = CustomRecords.Ignored }, Mpp);
        TlvRecord even = new(65_536, [1]);
        node.Offers(Part(1, 400, says: p => p with { Custom = [even] }));
        node.Offers(Part(2, 100));
        Assert.Equal([even], node.HoldsNow(Key).Custom);
    }

    [Fact]
    [Requirement("MPP-RCV-01")]
    public void count_odd_records_in_common_only()
    {
        var node = With(Mpp);
        TlvRecord even = new(65_536, [1]), odd = new(65_539, [2]), another = new(65_541, [3]);
        node.Offers(Part(1, 400, says: p => p with { Custom = [even, odd, another] }));
        node.Offers(Part(2, 100, says: p => p with { Custom = [even, another] }));
        Assert.Equal([even, another], node.HoldsNow(Key).Custom);
    }

    [Fact]
    [Requirement("MPP-RCV-13")]
    public void forget_a_set_that_is_claimed_too_early_and_a_part_of_it_may_be_lost_while_another_collects()
    {
        var node = Under(Rules.Ours with { EarlyClaim = EarlyClaim.Forgets }, Waiting);
        node.Offers(Part(1, 400));
        Assert.Empty(node.On(new NodeEvent.SetSettled(Key, Opens)));
        node.Offers(Part(2, 500));
        Assert.Empty(node.On(new NodeEvent.HtlcDropped(new HtlcId("c0", "1"))));
        Assert.Equal(new OnionAmount(new Msat(500)), node.HoldsNow(Key).Sum);
    }

    [Fact]
    [Requirement("MPP-RCV-20")]
    public void answer_a_part_that_was_under_way_to_an_ended_set_as_they_answered_the_set()
    {
        var node = Under(Rules.Ours with { LateParts = LateParts.AsEnded }, Mpp);
        node.Offers(Part(1, 400));
        Assert.Equal(["1 mpp_timeout"], node.Waits(60_000).Show());
        Assert.Equal(["2 mpp_timeout"], node.Offers(Part(2, 600) with { ToEndedSet = true }, at: 60_000).Show());
        Assert.Contains(node.Last!.Rows, row => row.Id == "receiver/06");
    }

    [Fact]
    [Requirement("MPP-RCV-20")]
    public void settle_whoever_pays_a_held_invoice_again_without_a_secret()
    {
        var paid = Mpp with { Status = InvoiceStatus.Paid, Terms = Mpp.Terms with { SecretOptional = true, Hold = true } };
        Assert.Equal(["1 settles"], Under(Rules.Ours with { SecretOptional = SecretOptional.AloneForGood }, paid).Offers(Part(1, 1000, says: p => p with { PaymentData = null })).Show());
    }

    [Fact]
    [Requirement("AMP-RCV-18", "MPP-RCV-22")]
    public void make_no_invoice_for_a_part_that_somebody_else_rejects()
    {
        var node = Under(Rules.Ours with { AcceptKeysend = true });
        node.On(new NodeEvent.NextRejected());
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], node.Offers(Part(1, 1000, says: p => p with { PaymentData = null, KeysendPreimage = Opens })).Show());
        Assert.Empty(node.Node.Invoices);
        Assert.Equal(["2 settles"], node.Offers(Part(2, 1000, says: p => p with { PaymentData = null, KeysendPreimage = Opens })).Show());
        Assert.Single(node.Node.Invoices);
    }

    [Fact]
    [Requirement("AMP-RCV-09")]
    public void cancel_an_invoice_with_the_one_part_whose_share_opens_nothing()
    {
        var node = Under(Rules.Ours with { Mismatch = Mismatch.CancelInvoice, SetIds = SetIds.Reusable }, Amp);
        Assert.Equal(["1 incorrect_or_unknown_payment_details"], node.Offers(Child(1, 1000, 0x55, 0, 0x11) with { Hash = new Hash32(Filled(0x77)) }).Show());
        Assert.Equal(InvoiceStatus.Canceled, node.Node.Invoices[0].Status);
    }
}
