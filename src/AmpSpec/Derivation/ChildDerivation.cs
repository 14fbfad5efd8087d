using AmpSpec.Modelling;
using AmpSpec.Primitives;

namespace AmpSpec.Derivation;

/// <summary>A way from a root to preimages, known by its name and by nothing else.</summary>
/// <remarks>
/// Each stands here once. Two are equal when they have the same name, even where their bytes agree: <c>og18-2</c> and
/// <c>pr658</c> are one formula, found twice, and stay two derivations.
/// </remarks>
[Requirement("AMP-DRV-04")]
public abstract record ChildDerivation
{
    private ChildDerivation(string name) => Name = name;

    /// <summary>What ships: SHA256(root ‖ share ‖ be32(index)). The default.</summary>
    /// <source>lnd amp/child.go</source>
    [Requirement("AMP-DRV-02", "AMP-DRV-03")]
    public static Indexed Lnd { get; } = new("lnd", takesShare: true, indexSize: 4, "AMP-DRV-03");

    /// <summary>The draft of 2019: SHA256(root ‖ be16(index)), without the share.</summary>
    /// <source>bolts pull request 658, 04-onion-routing.md</source>
    [Requirement("AMP-DRV-05")]
    public static Indexed Pr658 { get; } = new("pr658", takesShare: false, indexSize: 2, "AMP-DRV-05");

    /// <summary>Fiber's: SHA256(root ‖ share ‖ be16(index)); what makes the payment hash is a parameter.</summary>
    /// <source>fiber, pull request 827</source>
    [Requirement("AMP-DRV-06")]
    public static Indexed Fiber { get; } = new("fiber", takesShare: true, indexSize: 2, "AMP-DRV-06");

    /// <summary>The proposal of February 2018, index in one byte: SHA256(root ‖ index).</summary>
    /// <source>lightning-dev 2018-February 000993, which names no width</source>
    [Requirement("AMP-DRV-07")]
    public static Indexed Og18Of1 { get; } = new("og18-1", takesShare: false, indexSize: 1, "AMP-DRV-07");

    /// <summary>The proposal of February 2018, index in two bytes.</summary>
    [Requirement("AMP-DRV-07")]
    public static Indexed Og18Of2 { get; } = new("og18-2", takesShare: false, indexSize: 2, "AMP-DRV-07");

    /// <summary>The proposal of February 2018, index in four bytes.</summary>
    [Requirement("AMP-DRV-07")]
    public static Indexed Og18Of4 { get; } = new("og18-4", takesShare: false, indexSize: 4, "AMP-DRV-07");

    /// <summary>The proposal of February 2018, index in eight bytes.</summary>
    [Requirement("AMP-DRV-07")]
    public static Indexed Og18Of8 { get; } = new("og18-8", takesShare: false, indexSize: 8, "AMP-DRV-07");

    /// <summary>One preimage for all parts: 12 zero bytes ‖ the XOR of pieces of 20 bytes (<see cref="Piece"/>).</summary>
    /// <source>lightning-dev 2018-February 001009</source>
    [Requirement("AMP-DRV-08")]
    public static OfPieces Rusty18 { get; } = new("rusty18");

    /// <summary>All of them, the default first.</summary>
    public static Seq<ChildDerivation> All { get; } = [Lnd, Pr658, Fiber, Og18Of1, Og18Of2, Og18Of4, Og18Of8, Rusty18];

    /// <summary>The name that parties agree on.</summary>
    public string Name { get; }

    /// <summary>The derivation of exactly this name. A family alone (<c>og18</c>) names none: its width has no default.</summary>
    [Requirement("AMP-DRV-04")]
    public static Derived<ChildDerivation> Named(string name) =>
        All.FirstOrDefault(derivation => derivation.Name == name) is { } known
            ? known
            : new DerivationError(DerivationClass.UnknownDerivation, "AMP-DRV-04");

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>A preimage a part: SHA-256 over the root, perhaps the share, and an index of fixed size.</summary>
    public sealed record Indexed : ChildDerivation
    {
        internal Indexed(string name, bool takesShare, int indexSize, string requirement)
            : base(name) => (TakesShare, IndexSize, Requirement) = (takesShare, indexSize, requirement);

        /// <summary>Whether the share goes into the hash.</summary>
        public bool TakesShare { get; }

        /// <summary>The bytes that the index takes in the hash: 1, 2, 4 or 8, whatever it takes on the wire.</summary>
        public int IndexSize { get; }

        /// <summary>The requirement that fixes the index.</summary>
        public string Requirement { get; }

        /// <summary>The largest index: 2^8 - 1, 2^16 - 1, 2^32 - 1 or 2^64 - 1.</summary>
        [Requirement("AMP-DRV-07")]
        public ulong MaxIndex => ulong.MaxValue >> (64 - (8 * IndexSize));

        /// <summary>Whether the index can be written in <see cref="IndexSize"/> bytes.</summary>
        [Requirement("AMP-DRV-07")]
        public bool Fits(ChildIndex index) => index.Value <= MaxIndex;
    }

    /// <summary>One preimage for the whole payment, put together from pieces.</summary>
    public sealed record OfPieces : ChildDerivation
    {
        internal OfPieces(string name)
            : base(name)
        {
        }
    }
}
