using AmpSpec.Primitives;

namespace AmpSpec.Derivation;

/// <summary>What one part is locked with, and opened by. Children of different derivations are never equal.</summary>
/// <param name="Derivation">The way in which it was derived.</param>
/// <param name="Preimage">32 bytes; a secret.</param>
/// <param name="Hash">The payment hash of the part.</param>
public readonly record struct Child(ChildDerivation Derivation, Preimage Preimage, Hash32 Hash);

/// <summary>The function from a preimage to a payment hash: SHA-256 on Lightning, a parameter under <c>fiber</c>.</summary>
public delegate Hash32 PaymentHashing(Preimage preimage);
