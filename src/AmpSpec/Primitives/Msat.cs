using System.Numerics;

namespace AmpSpec.Primitives;

/// <summary>An amount in millisatoshi; 1 sat is 1000 msat.</summary>
/// <remarks>Range 0 to 2^64 - 1, as <c>tu64</c> on the wire. A sum or a difference that leaves it throws <see cref="OverflowException"/>.</remarks>
/// <source>BOLT 4, payment_data: total_msat</source>
public readonly record struct Msat(ulong Value)
    : IAdditionOperators<Msat, Msat, Msat>, ISubtractionOperators<Msat, Msat, Msat>, IComparisonOperators<Msat, Msat, bool>
{
    /// <summary>All bitcoins there can be: 21 million, in msat.</summary>
    public static Msat AllBitcoins => new(21_000_000UL * 100_000_000 * 1000);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum is above 2^64 - 1.</exception>
    public static Msat operator +(Msat left, Msat right) => new(checked(left.Value + right.Value));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">It is below zero.</exception>
    public static Msat operator -(Msat left, Msat right) => new(checked(left.Value - right.Value));

    /// <summary>Less.</summary>
    public static bool operator <(Msat left, Msat right) => left.Value < right.Value;

    /// <summary>More.</summary>
    public static bool operator >(Msat left, Msat right) => left.Value > right.Value;

    /// <summary>At most.</summary>
    public static bool operator <=(Msat left, Msat right) => left.Value <= right.Value;

    /// <summary>At least.</summary>
    public static bool operator >=(Msat left, Msat right) => left.Value >= right.Value;

    /// <summary>The larger one.</summary>
    public static Msat Max(Msat left, Msat right) => left > right ? left : right;

    /// <summary>What is left of it; nothing where more is taken than there is.</summary>
    public static Msat Less(Msat amount, Msat taken) => taken > amount ? default : amount - taken;

    /// <summary>The whole part of a fraction of it.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="by"/> is zero.</exception>
    public Msat DividedBy(ulong by) => new(Value / by);

    /// <summary>The number and its unit.</summary>
    public override string ToString() => $"{Value} msat";
}
