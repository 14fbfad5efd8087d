using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Operations;

/// <summary>BOLT 9's feature bits: their bytes, their names, what depends on what, and what one side needs of the other.</summary>
/// <remarks>Bits may come in any order. A refusal names the pairs at fault by their even bits, as <c>at</c>.</remarks>
internal static class FeatureOps
{
    private static readonly Form Bit = new Form.Number(0, Features.MaxBit);
    private static readonly Form Bits = new Form.List(Bit);
    private static readonly Form Context = new Form.Text(Feature.AllContexts);
    private static readonly Form Field = new Form.Hex(0, Features.MaxSize);

    public static readonly Operation Decode = new(
        "features.decode", "the bits of a field, ascending, and a name for each pair that has one",
        In: [new("hex", Form.Bytes)],
        Ok: [new("bits", Bits), new("names", new Form.List(new Form.Text()))],
        Errors: [(Phase.Decode, ErrorClass.FeaturesTooLong)],
        Run: (input, _) => Answer.From(
            Features.Read(input.Bytes("hex")),
            (features, _) => new JsonObject { ["bits"] = Numbers(features.Bits), ["names"] = new JsonArray([.. features.Names.Select(n => (JsonNode)n)]) }));

    public static readonly Operation Encode = new(
        "features.encode", "the shortest field with these bits",
        In: [new("bits", Bits)],
        Ok: [new("hex", Field)],
        Errors: [],
        Run: (input, _) => new Answer.Ok(new JsonObject { ["hex"] = Convert.ToHexStringLower(Of(input, "bits").Write()) }));

    public static readonly Operation Validate = new(
        "features.validate", "whether every feature has what it depends on, in a context (BOLT 9's letters, 12 for BOLT 12) or in none; refuses with what is missing",
        In: [new("bits", Bits), new("context", Context, Optional: true)],
        Ok: [],
        Errors: [(Phase.Decode, ErrorClass.FeaturesMissingDependency)],
        Run: (input, policies) => AllRight(
            Of(input, "bits").Missing(input.Has("context") ? input.Text("context") : "").Where(even => !policies.Is(Policies.AssumedFeatures, "granted") || Feature.Of(even)?.Source is not FeatureSource.Assumed).ToSeq(),
            ErrorClass.FeaturesMissingDependency, "missing"));

    public static readonly Operation Accept = new(
        "features.accept", "whether a reader who knows these features may go on; refuses with those that are needed and not known",
        In: [new("known", Bits), new("bits", Bits)],
        Ok: [],
        Errors: [(Phase.Decode, ErrorClass.FeaturesUnknownRequired)],
        Run: (input, _) => AllRight(Of(input, "bits").UnknownTo(Of(input, "known")), ErrorClass.FeaturesUnknownRequired, "needed and not known"));

    public static readonly Operation Restrict = new(
        "features.restrict", "the bits that are shown in a context",
        In: [new("bits", Bits), new("context", Context)],
        Ok: [new("bits", Bits)],
        Errors: [],
        Run: (input, _) => Show(Of(input, "bits").In(input.Text("context"))));

    public static readonly Operation Set = new(
        "features.set", "the bits with one more and all that it depends on, as needed as itself; of each of these pairs one bit stays, the even one where it was there; other pairs stay as they are",
        In: [new("bits", Bits), new("set", Bit)],
        Ok: [new("bits", Bits)],
        Errors: [],
        Run: (input, _) => Show(Of(input, "bits").With(input.Int("set"))));

    public static readonly IReadOnlyList<Operation> All = [Decode, Encode, Validate, Accept, Restrict, Set];

    private static Features Of(Input input, string name) => Features.Of(input.Values(name).Select(bit => int.Parse(bit, CultureInfo.InvariantCulture)));

    private static Answer.Ok Show(Features features) => new(new JsonObject { ["bits"] = Numbers(features.Bits) });

    private static Answer AllRight(Seq<int> wrong, string @class, string what) =>
        wrong.Count == 0
            ? new Answer.Ok([])
            : new Answer.Refuse(Phase.Decode, @class, $"{what}: {string.Join(", ", wrong.Select(even => Feature.Of(even)?.Name ?? $"bit {even}"))}", wrong);

    private static JsonArray Numbers(IEnumerable<int> bits) => [.. bits.Select(bit => (JsonNode)bit)];
}
