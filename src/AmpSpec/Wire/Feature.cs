using System.Collections.Frozen;

namespace AmpSpec.Wire;

/// <summary>A pair of feature bits and what it is called. Even: needed; odd: offered.</summary>
/// <param name="Even">The lower bit of the pair.</param>
/// <param name="Name">As its source spells it.</param>
/// <param name="Source">Who assigns the pair.</param>
/// <param name="Contexts">Where it is shown: BOLT 9's letters and <c>12</c>, apart by spaces; empty where no source says.</param>
/// <param name="DependsOn">The feature that must stand beside it.</param>
/// <param name="ExceptIn">The contexts in which it needs no other.</param>
/// <source>BOLT 9, Assigned Feature Flags</source>
public sealed record Feature(int Even, string Name, FeatureSource Source, string Contexts, string? DependsOn = null, string ExceptIn = "")
{
    // What BOLT 9 assumes today has neither context nor dependents there. Implementations still check both, as the
    // revision before the mark had them (bolts 5f8fea8dc3c8, 09-features.md), and so do we.
    private const FeatureSource Bolt9 = FeatureSource.Bolt9, Assumed = FeatureSource.Assumed, Removed = FeatureSource.Removed, Lnd = FeatureSource.Lnd, Draft = FeatureSource.TrampolineDraft;

    /// <summary>The contexts there are: BOLT 9's, and <c>12</c> for the invoices of BOLT 12.</summary>
    public static string[] AllContexts { get; } = ["I", "N", "C", "C-", "C+", "9", "B", "T", "12"];

#pragma warning disable format // BOLT 9's table: one pair a line
    /// <summary>Every pair that has a name here, by its bits.</summary>
    public static Feature[] All { get; } =
    [
        new(  0, "option_data_loss_protect",       Assumed, "I N"),
        new(  4, "option_upfront_shutdown_script", Bolt9,   "I N"),
        new(  6, "gossip_queries",                 Assumed, "I N"),
        new(  8, "var_onion_optin",                Assumed, "I N 9"),
        new( 10, "gossip_queries_ex",              Bolt9,   "I N",      DependsOn: "gossip_queries"),
        new( 12, "option_static_remotekey",        Assumed, "I N T"),
        new( 14, "payment_secret",                 Assumed, "I N 9",    DependsOn: "var_onion_optin"),
        new( 16, "basic_mpp",                      Bolt9,   "I N 9 12", DependsOn: "payment_secret", ExceptIn: "B 12"), // no secret inside a blinded path
        new( 18, "option_support_large_channel",   Bolt9,   "I N"),
        new( 20, "option_anchor_outputs",          Removed, "I N",      DependsOn: "option_static_remotekey"),
        new( 22, "option_anchors",                 Bolt9,   "I N T",    DependsOn: "option_static_remotekey"),
        new( 24, "option_route_blinding",          Bolt9,   "I N 9",    DependsOn: "var_onion_optin"),
        new( 26, "option_shutdown_anysegwit",      Bolt9,   "I N"),
        new( 28, "option_dual_fund",               Bolt9,   "I N"),
        new( 30, "amp",                            Lnd,     "I N 9",    DependsOn: "payment_secret"),
        new( 34, "option_quiesce",                 Bolt9,   "I N"),
        new( 36, "option_attribution_data",        Bolt9,   "I N 9"),
        new( 38, "option_onion_messages",          Bolt9,   "I N"),
        new( 42, "option_provide_storage",         Bolt9,   "I N"),
        new( 44, "option_channel_type",            Assumed, "I N"),
        new( 46, "option_scid_alias",              Bolt9,   "I N T"),
        new( 48, "option_payment_metadata",        Bolt9,   "9"),
        new( 50, "option_zeroconf",                Bolt9,   "I N T",    DependsOn: "option_scid_alias",         ExceptIn: "T"), // BOLT 2 lets a channel_type have either alone
        new( 54, "keysend",                        Lnd,     "N",        DependsOn: "var_onion_optin"),
        new( 56, "trampoline_routing",             Draft,   "I N 9"),
        new( 60, "option_simple_close",            Bolt9,   "I N",      DependsOn: "option_shutdown_anysegwit"),
        new( 62, "option_splice",                  Bolt9,   "I N"),
        new(262, "bolt11_blinded_paths",           Lnd,     "",         DependsOn: "option_route_blinding"),
    ];
#pragma warning restore format

    private static readonly FrozenDictionary<int, Feature> ByEven = All.ToFrozenDictionary(f => f.Even);
    private static readonly FrozenDictionary<string, Feature> ByName = All.ToFrozenDictionary(f => f.Name);

    /// <summary>The upper bit of the pair.</summary>
    public int Odd => Even + 1;

    /// <summary>The pair that <paramref name="bit"/> belongs to, or null where it has no name.</summary>
    public static Feature? Of(int bit) => ByEven.GetValueOrDefault(bit & ~1);

    /// <summary>The pair of that name, or null.</summary>
    public static Feature? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether the feature is shown in <paramref name="context"/>.</summary>
    public bool StandsIn(string context) => Contexts.Split(' ').Contains(context);

    /// <summary>All that must stand beside it in <paramref name="context"/>, nearest first; an empty context is none in particular.</summary>
    public IEnumerable<Feature> Dependencies(string context = "")
    {
        for (var next = Needs(context); next is not null; next = next.Needs(context))
        {
            yield return next;
        }
    }

    private Feature? Needs(string context) =>
        DependsOn is { } name && !ExceptIn.Split(' ').Except([""]).Contains(context) ? ByName[name] : null;
}

/// <summary>Who assigns a pair of bits.</summary>
public enum FeatureSource
{
    /// <summary>BOLT 9.</summary>
    Bolt9,

    /// <summary>BOLT 9, which now takes it for granted in every node.</summary>
    Assumed,

    /// <summary>An earlier BOLT 9 (5f8fea8dc3c8).</summary>
    Removed,

    /// <summary>lnd 90ea05d5a7f9, lnwire/features.go; <c>keysend</c> also bLIP 2.</summary>
    Lnd,

    /// <summary>The trampoline draft, bolts 644b82f1b931.</summary>
    TrampolineDraft,
}
