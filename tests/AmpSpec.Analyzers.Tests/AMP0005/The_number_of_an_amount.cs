using AmpSpec.Analyzers.House;

namespace AmpSpec.Analyzers.Tests.AMP0005;

public sealed class The_number_of_an_amount
{
    [Theory]
    [InlineData("AmpSpec.Primitives", "AmpSpec")]
    [InlineData("AmpSpec.Wire", "AmpSpec")]
    [InlineData("AmpSpec.Wire.Onion", "AmpSpec")]
    [InlineData("AmpSpec.Conformance.Vectors", "AmpSpec.Conformance")]
    public async Task is_read_where_bytes_and_vectors_are_made(string space, string assembly) =>
        Assert.Empty(await Of("static ulong Read(Msat amount) => amount.Value;", space, assembly).Under(new AmountsStayAmounts()));

    [Theory]
    [InlineData("AmpSpec.Derivation", "AmpSpec")]
    [InlineData("AmpSpec.Wireless", "AmpSpec")]
    [InlineData("AmpSpec.Cli", "AmpSpec.Cli")]
    [InlineData("AmpSpec.Conformance", "AmpSpec.Docs")]
    public async Task is_not_read_elsewhere(string space, string assembly) =>
        Assert.Equal(["AMP0005 over `amount.Value`"], await Of("static ulong Read(Msat amount) => amount.Value;", space, assembly).Under(new AmountsStayAmounts()));

    [Theory]
    [InlineData("static bool Is(Msat amount) => amount is { Value: 0 };", "Value")]
    [InlineData("static ulong? Read(Msat? amount) => amount?.Value;", ".Value")]
    [InlineData("static ulong Read(Msat amount) => amount is Msat(var n) ? n : 0;", "Msat(var n)")]
    [InlineData("static void Read(Msat amount) => amount.Deconstruct(out _);", "amount.Deconstruct(out _)")]
    public async Task is_not_read_in_a_roundabout_way(string member, string at) =>
        Assert.Equal([$"AMP0005 over `{at}`"], await Of(member).Under(new AmountsStayAmounts()));

    [Theory]
    [InlineData("static Msat Make() => new(3);")]
    [InlineData("static Msat Set() => new() { Value = 3 };")]
    [InlineData("static string Name() => nameof(Msat.Value);")]
    [InlineData("static Msat Optional(Msat? amount) => amount!.Value;")] // the Value of a Nullable
    [InlineData("static ulong Other(Share share) => share.Value;")]
    [InlineData("static bool Is(Msat? amount) => amount is { };")]
    [InlineData("static bool Is(object amount) => amount is Msat(_);")]
    [InlineData("static bool Is(Msat amount) => amount.IsZero;")]
    public async Task is_not_what_these_read(string member) => Assert.Empty(await Of(member).Under(new AmountsStayAmounts()));

    private static Text Of(string member, string space = "AmpSpec.Derivation", string assembly = "AmpSpec") => new($$"""
        using AmpSpec.Primitives;
        namespace {{space}} { public static class User { {{member}} } }
        namespace AmpSpec.Primitives { public readonly record struct Msat(ulong Value) { public bool IsZero => Value == 0; } public readonly record struct Share(ulong Value); }
        """, assembly);
}
