using AmpSpec.Primitives;

namespace AmpSpec.Settlement;

/// <summary>Every implementation that was read. A bare name is the newest of its kind: the first one here.</summary>
public static class Profiles
{
    /// <summary>This specification.</summary>
    public static Profile AmpSpec { get; } = new("ampspec", "0.1.0", "0.1.0", "spec/30-receiver.md", Rules.Ours);

    /// <summary>What BOLT 4 says and nothing else; what it only recommends is done.</summary>
    public static Profile BoltStrict { get; } = new("bolt-strict", "a3772650d8eb", "2026", "04-onion-routing.md", new()
    {
        MaxParts = int.MaxValue,
        MaxSets = int.MaxValue,
        AmpParts = AmpParts.Unknown,
        CustomRecords = CustomRecords.Ignored,
        KeyedBy = KeyedBy.Hash,
        KeysendToInvoice = KeysendToInvoice.Refused,
        SecretOptional = SecretOptional.Alone,
        StaleTip = StaleTip.Unseen,
        ZeroPart = ZeroPart.Taken,
        ZeroTotal = ZeroTotal.Accepted,
    });

    /// <summary>lnd. Its held sets end 18 blocks before they expire, its parts are taken with 19 left.</summary>
    public static Profile Lnd { get; } = new("lnd", "90ea05d5a7f9", "0.21.99-beta", "invoices/update.go, invoices/invoiceregistry.go, invoices/invoice_expiry_watcher.go", new()
    {
        SetTimeoutMs = 120_000,
        CltvMargin = new(19),
        FailBack = new(18),
        MaxCltv = new(65_535),
        MaxParts = int.MaxValue,
        MaxSets = int.MaxValue,
        CustomRecords = CustomRecords.Ignored,
        Deadline = Deadline.CancelHeld,
        DeadlineEdge = DeadlineEdge.At,
        InvoiceExpiry = InvoiceExpiry.CancelsInvoice,
        KeysendParts = KeysendParts.Refused,
        KeysendToInvoice = KeysendToInvoice.Taken,
        Metadata = Metadata.Ignored,
        Mismatch = Mismatch.CancelInvoice,
        Overpay = Overpay.Unbounded,
        Progress = Progress.Wire,
        Replays = Replays.Plain,
        SecretOptional = SecretOptional.AloneForGood,
        SetIds = SetIds.Reusable,
        Shares = Shares.Unchecked,
        SinglePart = SinglePart.Ignored,
        StaleTip = StaleTip.Unseen,
        TimerScope = TimerScope.Part,
        Totals = Totals.FailPart,
        ZeroPart = ZeroPart.Taken,
    })
    {
        Reading =
        [
            "amp.reconstruct.empty=nothing", "amp.sharer.exhausted=zero-share", "payload.blinded.total-amount=optional",
            "payload.offender=placement-first", "payload.record-18=cleartext", "tlv.record-size=65535",
        ],
    };

    /// <summary>LDK. Three ticks of a minute; its users claim.</summary>
    public static Profile Ldk { get; } = new("ldk", "cfee4b75593b", "0.3.0+git", "lightning/src/ln/channelmanager.rs, onion_payment.rs, inbound_payment.rs", new()
    {
        SetTimeoutMs = 180_000,
        CltvMargin = new(41),
        FailBack = new(39),
        MaxParts = int.MaxValue,
        MaxSets = int.MaxValue,
        AcceptKeysend = true,
        AmpParts = AmpParts.Unknown,
        Deadline = Deadline.FailPart,
        DeadlineEdge = DeadlineEdge.At,
        EarlyClaim = EarlyClaim.Forgets,
        KeyedBy = KeyedBy.Hash,
        KeysendToInvoice = KeysendToInvoice.Apart,
        MinFinal = MinFinal.Ignored,
        Overpay = Overpay.Unbounded,
        Replays = Replays.Anew,
        Restart = Restart.ResumesAfresh,
        SecretMissing = SecretMissing.FeatureMissing,
        Settles = Settles.Asked,
        SinglePart = SinglePart.Ignored,
        StaleTip = StaleTip.Unseen,
        TimerEnd = TimerEnd.Ticks,
        ToldHeight = ToldHeight.Current,
        Totals = Totals.FailPart,
        ZeroPart = ZeroPart.Taken,
    });

    /// <summary>Core Lightning.</summary>
    public static Profile Cln { get; } = new("cln", "090f4b0e6981", "v26.06-258", "lightningd/htlc_set.c, lightningd/invoice.c, lightningd/peer_htlcs.c", new()
    {
        SetTimeoutMs = 70_000,
        CltvMargin = new(10),
        FailBack = new(0),
        MaxParts = int.MaxValue,
        MaxSets = int.MaxValue,
        AcceptKeysend = true,
        AmpParts = AmpParts.Unknown,
        CustomRecords = CustomRecords.Ignored,
        Deadline = Deadline.FailSetAsTimeout,
        ExtraPart = ExtraPart.Added,
        KeyedBy = KeyedBy.Hash,
        Metadata = Metadata.Unknown,
        Progress = Progress.Wire,
        Replays = Replays.Anew,
        Restart = Restart.Forgets,
        SecretOptional = SecretOptional.Alone,
        SinglePart = SinglePart.Ignored,
        StaleTip = StaleTip.Unseen,
        ToldHeight = ToldHeight.Current,
        Totals = Totals.FailSetAsAmount,
        ZeroPart = ZeroPart.Taken,
        ZeroTotal = ZeroTotal.Accepted,
    });

    /// <summary>eclair. An expiry of 2016 blocks ahead is too far.</summary>
    public static Profile Eclair { get; } = new("eclair", "5b765e026b64", "0.15.0-SNAPSHOT", "payment/receive/MultiPartHandler.scala, MultiPartPaymentFSM.scala, payment/relay/PostRestartHtlcCleaner.scala", new()
    {
        CltvMargin = new(30),
        MaxCltv = new(2015),
        MaxParts = int.MaxValue,
        MaxSets = int.MaxValue,
        AmpParts = AmpParts.Unknown,
        CustomRecords = CustomRecords.Ignored,
        Deadline = Deadline.None,
        HtlcMsat = HtlcMsat.Total,
        KeyedBy = KeyedBy.Hash,
        LateParts = LateParts.AsEnded,
        Metadata = Metadata.Ignored,
        Progress = Progress.Wire,
        Replays = Replays.Anew,
        Restart = Restart.Fails,
        SecretMissing = SecretMissing.InvalidPayload,
        SinglePart = SinglePart.BelowTotal,
        StaleTip = StaleTip.Unseen,
        ToldHeight = ToldHeight.Current,
        ToldTotal = ToldTotal.Newest,
        ZeroPart = ZeroPart.Taken,
        ZeroTotal = ZeroTotal.Absent,
    })
    {
        Reading = ["payload.final.payment-data=required", "payload.final.short-channel-id=ignored", "tlv.unknown-even=custom-passed"],
    };

    /// <summary>Electrum.</summary>
    public static Profile Electrum { get; } = new("electrum", "923578010e56", "4.8.1", "electrum/lnpeer.py, electrum/lnworker.py", new()
    {
        SetTimeoutMs = 120_000,
        CltvMargin = new(144),
        MaxParts = int.MaxValue,
        MaxSets = int.MaxValue,
        AmpParts = AmpParts.Unknown,
        CustomRecords = CustomRecords.Ignored,
        Deadline = Deadline.FailUnlessHeld,
        HtlcMsat = HtlcMsat.Onion,
        InvoiceExpiry = InvoiceExpiry.FailsIncomplete,
        Metadata = Metadata.Ignored,
        Progress = Progress.Wire,
        Replays = Replays.Anew,
        Shutdown = Shutdown.FailsIncomplete,
        SinglePart = SinglePart.BelowTotal,
        StaleTip = StaleTip.FailPart,
        TimerEnd = TimerEnd.Beyond,
        ToldHeight = ToldHeight.Current,
        ZeroPart = ZeroPart.Taken,
        ZeroTotal = ZeroTotal.Accepted,
    });

    /// <summary>lightning-kmp, the library of Phoenix.</summary>
    public static Profile LightningKmp { get; } = new("lightning-kmp", "1ee34a2c7169", "1.13.0", "payment/IncomingPaymentHandler.kt, wire/PaymentOnion.kt", new()
    {
        CltvMargin = new(18),
        MaxParts = 19,
        MaxSets = int.MaxValue,
        AmpParts = AmpParts.Unknown,
        CustomRecords = CustomRecords.Ignored,
        Deadline = Deadline.None,
        HtlcMsat = HtlcMsat.Total,
        KeyedBy = KeyedBy.Hash,
        Metadata = Metadata.Ignored,
        PartLimit = PartLimit.FailSet,
        Progress = Progress.Wire,
        Replays = Replays.Anew,
        Restart = Restart.Forgets,
        SecretMissing = SecretMissing.InvalidPayload,
        SinglePart = SinglePart.Ignored,
        StaleTip = StaleTip.Unseen,
        TimerEnd = TimerEnd.Beyond,
        ToldHeight = ToldHeight.Current,
        ToldTotal = ToldTotal.First,
        ZeroPart = ZeroPart.Taken,
        ZeroTotal = ZeroTotal.Absent,
    });

    /// <summary>All of them.</summary>
    public static Seq<Profile> All { get; } = [AmpSpec, BoltStrict, Lnd, Ldk, Cln, Eclair, Electrum, LightningKmp];

    /// <summary>The profile of a name, with or without a version; null where there is none.</summary>
    public static Profile? Find(string named) => All.FirstOrDefault(profile => profile.IsNamed(named));
}
