using System.Collections.Frozen;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using static AmpSpec.Wire.FailureFlags;

namespace AmpSpec.Wire;

/// <summary>A failure code of 2 bytes, flags and number in one; its name; and the data that it calls for.</summary>
/// <source>BOLT 4, Failure Messages</source>
public sealed record FailureCode(FailureFlags Flags, ushort Number, string Name, FailureSource Source, Seq<FailureField> Fields)
{
    private const FailureSource Bolt4 = FailureSource.Bolt4, Earlier = FailureSource.EarlierBolt4, Draft = FailureSource.TrampolineDraft, Eclair = FailureSource.Eclair;

    private static readonly FailureForm U16 = new FailureForm.Integer(2), U32 = new FailureForm.Integer(4), U64 = new FailureForm.Integer(8);

    private static readonly FailureField
        Sha256OfOnion = new("sha256_of_onion", new FailureForm.Hash()),
        ChannelUpdate = new("channel_update", new FailureForm.Counted()),
        HtlcMsat = new("htlc_msat", U64),
        Height = new("height", U32),
        CltvExpiry = new("cltv_expiry", U32),
        IncomingHtlcAmt = new("incoming_htlc_amt", U64),
        DisabledFlags = new("disabled_flags", U16),
        Type = new("type", new FailureForm.BigSized()),
        Offset = new("offset", U16),
        FeeBaseMsat = new("fee_base_msat", U32),
        FeeProportionalMillionths = new("fee_proportional_millionths", U32),
        CltvExpiryDelta = new("cltv_expiry_delta", U16);

#pragma warning disable format // BOLT 4's list: one code a line
    /// <summary>Every code that has a name here, in the order of their numbers.</summary>
    [Requirement("MPP-WIRE-08")]
    public static FailureCode[] All { get; } =
    [
        new(Perm,             1, "invalid_realm",                         Earlier, []),
        new(Node,             2, "temporary_node_failure",                Bolt4,   []),
        new(Perm | Node,      2, "permanent_node_failure",                Bolt4,   []),
        new(Perm | Node,      3, "required_node_feature_missing",         Bolt4,   []),
        new(BadOnion | Perm,  4, "invalid_onion_version",                 Bolt4,   [Sha256OfOnion]),
        new(BadOnion | Perm,  5, "invalid_onion_hmac",                    Bolt4,   [Sha256OfOnion]),
        new(BadOnion | Perm,  6, "invalid_onion_key",                     Bolt4,   [Sha256OfOnion]),
        new(Update,           7, "temporary_channel_failure",             Bolt4,   [ChannelUpdate]),
        new(Perm,             8, "permanent_channel_failure",             Bolt4,   []),
        new(Perm,             9, "required_channel_feature_missing",      Bolt4,   []),
        new(Perm,            10, "unknown_next_peer",                     Bolt4,   []),
        new(Update,          11, "amount_below_minimum",                  Bolt4,   [HtlcMsat, ChannelUpdate]),
        new(Update,          12, "fee_insufficient",                      Bolt4,   [HtlcMsat, ChannelUpdate]),
        new(Update,          13, "incorrect_cltv_expiry",                 Bolt4,   [CltvExpiry, ChannelUpdate]),
        new(Update,          14, "expiry_too_soon",                       Bolt4,   [ChannelUpdate]),
        new(Perm,            15, "incorrect_or_unknown_payment_details",  Bolt4,   [HtlcMsat, Height]),
        new(None,            18, "final_incorrect_cltv_expiry",           Bolt4,   [CltvExpiry]),
        new(None,            19, "final_incorrect_htlc_amount",           Bolt4,   [IncomingHtlcAmt]),
        new(Update,          20, "channel_disabled",                      Bolt4,   [DisabledFlags, ChannelUpdate]),
        new(None,            21, "expiry_too_far",                        Bolt4,   []),
        new(Perm,            22, "invalid_onion_payload",                 Bolt4,   [Type, Offset]),
        new(None,            23, "mpp_timeout",                           Bolt4,   []),
        new(BadOnion | Perm, 24, "invalid_onion_blinding",                Bolt4,   [Sha256OfOnion]),
        new(Node,            25, "temporary_trampoline_failure",          Draft,   []),
        new(Node,            26, "trampoline_fee_or_expiry_insufficient", Draft,   [FeeBaseMsat, FeeProportionalMillionths, CltvExpiryDelta]),
        new(Perm,            27, "unknown_next_trampoline",               Draft,   []),
        new(Node,            51, "trampoline_fee_insufficient",           Eclair,  []),
        new(Node,            52, "trampoline_expiry_too_soon",            Eclair,  []),
    ];
#pragma warning restore format

    private static readonly FrozenDictionary<ushort, FailureCode> ByValue = All.ToFrozenDictionary(code => code.Value);
    private static readonly FrozenDictionary<string, FailureCode> ByName = All.ToFrozenDictionary(code => code.Name);

    /// <summary>Its 2 bytes as one number.</summary>
    public ushort Value => (ushort)((ushort)Flags | Number);

    /// <summary>The row of this code, or null where it has no name.</summary>
    public static FailureCode? Of(ushort value) => ByValue.GetValueOrDefault(value);

    /// <summary>The row of this name, or null.</summary>
    public static FailureCode? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The four flags of any code.</summary>
    public static FailureFlags FlagsOf(ushort value) => (FailureFlags)value & (BadOnion | Perm | Node | Update);

    /// <summary>Whether this is PERM|16 or 17, which told a prober what the payee knows.</summary>
    [Requirement("MPP-WIRE-08")]
    public static bool IsRemoved(ushort value) => value is ((ushort)Perm | 16) or 17;
}

/// <summary>What the upper bits of a code say.</summary>
[Flags]
public enum FailureFlags : ushort
{
    /// <summary>A transient failure of the channel.</summary>
    None = 0,

    /// <summary>The onion could not be parsed; encrypted by the sending peer.</summary>
    BadOnion = 0x8000,

    /// <summary>Permanent; otherwise transient.</summary>
    Perm = 0x4000,

    /// <summary>Of the node; otherwise of the channel.</summary>
    Node = 0x2000,

    /// <summary>A forwarding parameter of the channel was violated.</summary>
    Update = 0x1000,
}

/// <summary>Who defines a code.</summary>
public enum FailureSource
{
    /// <summary>BOLT 4.</summary>
    Bolt4,

    /// <summary>BOLT 4 before realms went (bolts e29fca570354). Read, and written by eclair.</summary>
    EarlierBolt4,

    /// <summary>The trampoline draft, bolts 644b82f1b931.</summary>
    TrampolineDraft,

    /// <summary>eclair 5b765e026b64, an earlier trampoline.</summary>
    Eclair,
}
