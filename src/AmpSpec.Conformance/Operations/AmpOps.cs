using System.Text.Json.Nodes;
using AmpSpec.Derivation;
using AmpSpec.Primitives;

namespace AmpSpec.Conformance.Operations;

/// <summary>Deriving children, and reconstructing a set from its parts.</summary>
internal static class AmpOps
{
    /// <summary>A JSON number up to 2^32 - 1, a decimal string from 2^32 on; neither for the other.</summary>
    public static readonly Form Index = new Form.Either(Form.U32, new Form.Decimal(1UL << 32, ulong.MaxValue));

    /// <summary>The name; <c>lnd</c> when absent.</summary>
    public static readonly Member Derivation = new("derivation", new Form.Text(), Optional: true);

    public static readonly Operation Derive = new(
        "amp.child.derive", "the preimage and the hash of one part, under a derivation that is named",
        In:
        [
            Derivation, new("root_seed", Form.Bytes32, Optional: true), new("share", Form.Bytes32, Optional: true), new("child_index", Index, Optional: true),
            new("pieces", new Form.List(new Form.Hex(Piece.Size, Piece.Size)), Optional: true), new("hash", new Form.Text("sha256"), Optional: true),
        ],
        Ok: [new("preimage", Form.Bytes32), new("hash", Form.Bytes32)],
        Errors: [(Phase.Input, DerivationClass.UnknownDerivation), (Phase.Input, DerivationClass.IndexTooWide), (Phase.Input, DerivationClass.EmptySet)],
        Run: (input, _) => Answer.From(DerivationOf(input), derivation => derivation switch
        {
            ChildDerivation.Indexed indexed => Missing(input, indexed.TakesShare ? ["root_seed", "share", "child_index"] : ["root_seed", "child_index"])
                ?? Answer.From(ChildPreimage.Derive(indexed, new(input.Bytes32("root_seed")), ShareOf(input), IndexOf(input)), Show),
            ChildDerivation.OfPieces => Missing(input, "pieces")
                ?? Answer.From(Piece.Join([.. input.Values("pieces").Select(piece => Piece.Of(Convert.FromHexString(piece)))]), Show),
        }));

    public static readonly Operation Reconstruct = new(
        "amp.reconstruct", "the root and all preimages from the parts of a set, each hash checked that is given",
        In:
        [
            Derivation,
            new("children", new Form.List(new Form.Object(new("share", Form.Bytes32), new("child_index", Index), new("hash", Form.Bytes32, Optional: true)))),
        ],
        Ok: [new("root_seed", Form.Bytes32), new("preimages", new Form.List(Form.Bytes32)), new("hashes", new Form.List(Form.Bytes32))],
        Errors:
        [
            (Phase.Input, DerivationClass.UnknownDerivation), (Phase.Input, DerivationClass.EmptySet), (Phase.Input, DerivationClass.IndexTooWide),
            (Phase.Reconstruct, DerivationClass.PreimageMismatch),
        ],
        Run: (input, policies) => Answer.From(IndexedOf(input), derivation =>
            Answer.From(Reconstruction.Of(derivation, input.Objects("children").Select(Part).ToSeq(), policies.Is(Policies.ReconstructEmpty, "nothing")), whole => new JsonObject
            {
                ["root_seed"] = whole.Root.Value.ToString(),
                ["preimages"] = Texts(whole.Children.Select(child => child.Preimage.Value)),
                ["hashes"] = Texts(whole.Children.Select(child => child.Hash.Value)),
            })));

    public static readonly IReadOnlyList<Operation> All = [Derive, Reconstruct, .. SharingOps.All];

    /// <summary>The derivation of a set with a root and children; that is all but <c>rusty18</c>.</summary>
    public static Derived<ChildDerivation.Indexed> IndexedOf(Input input) => DerivationOf(input).Then<ChildDerivation.Indexed>(derivation => derivation switch
    {
        ChildDerivation.Indexed indexed => indexed,
        ChildDerivation.OfPieces => new DerivationError(DerivationClass.UnknownDerivation, "AMP-DRV-08"),
    });

    public static ChildIndex IndexOf(Input input, string name = "child_index") => new(input.U64(name));

    public static JsonArray Texts(IEnumerable<Bytes32> values) => [.. values.Select(value => (JsonNode)value.ToString())];

    public static JsonObject Show(Child child) => new() { ["preimage"] = child.Preimage.Value.ToString(), ["hash"] = child.Hash.ToString() };

    private static Derived<ChildDerivation> DerivationOf(Input input) =>
        ChildDerivation.Named(input.Has("derivation") ? input.Text("derivation") : ChildDerivation.Lnd.Name);

    // pr658 and og18 leave the share out of the hash, so it may be left out of the request.
    private static Share ShareOf(Input input) => input.Has("share") ? new(input.Bytes32("share")) : default;

    private static SeenPart Part(Input input) =>
        new(ShareOf(input), IndexOf(input), input.Has("hash") ? new Hash32(input.Bytes32("hash")) : null);

    private static Answer.Refuse? Missing(Input input, params string[] members) =>
        members.FirstOrDefault(member => !input.Has(member)) is { } missing
            ? new(Phase.Input, Operation.Malformed, $"in.{missing}: missing")
            : null;
}
