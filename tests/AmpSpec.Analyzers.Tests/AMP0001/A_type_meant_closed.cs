using AmpSpec.Analyzers.House;

namespace AmpSpec.Analyzers.Tests.AMP0001;

public sealed class A_type_meant_closed
{
    private const string Root = "public abstract record Root { private Root() { } public sealed record Case : Root; ";

    [Theory]
    [InlineData("}")]
    [InlineData("public abstract record Branch : Root { private Branch() { } public sealed record Leaf : Branch; } }")]
    [InlineData("public abstract class Far { public sealed record Leaf : Root; } }")]
    public Task may_hold_sealed_cases_and_closed_branches(string rest) => Keeps(Root + rest);

    [Fact]
    public Task may_not_have_a_case_outside() => Breaks(Root + "} public sealed record Rogue : Root { public Rogue(Root like) : base(like) { } }", "Rogue");

    [Fact]
    public Task may_not_have_a_case_that_is_not_sealed() => Breaks(Root + "public record Rogue : Root; }", "Rogue");

    [Fact]
    public Task may_not_have_a_branch_that_is_open() => Breaks(Root + "public abstract record Rogue : Root; }", "Rogue");

    [Fact]
    public Task may_not_have_a_case_with_parameters() => Breaks(Root + "public sealed record Rogue<T> : Root; }", "Rogue");

    [Fact]
    public Task may_not_have_a_case_of_another_construction() =>
        Breaks("public abstract record Root<T> { private Root() { } public sealed record Rogue : Root<int>; }", "Rogue");

    [Fact]
    public Task may_be_a_class() =>
        Breaks("public abstract class Root { private Root() { } public sealed class Case : Root; public class Rogue : Root; }", "Rogue");

    [Fact]
    public async Task is_guarded_across_libraries()
    {
        var text = new Text("public sealed record Rogue : Root { public Rogue(Root like) : base(like) { } }", "Other") { References = [new Text(Root + "}").AsLibrary()] };
        Assert.Equal(["AMP0001 over `Rogue`"], await text.Under(new ClosedIsClosed()));
    }

    [Fact]
    public Task is_no_other_abstract_record() => Keeps("public abstract record Root { protected Root() { } public record Case : Root; } public record Other : Root;");

    [Fact]
    public Task is_no_base_of_the_library() => Keeps("public class Failure : Exception; public sealed class Told : Attribute; public class Reader : System.IO.TextReader;");

    private static async Task Keeps(string text) => Assert.Empty(await new Text(text).Under(new ClosedIsClosed()));

    private static async Task Breaks(string text, string at) => Assert.Equal([$"AMP0001 over `{at}`"], await new Text(text).Under(new ClosedIsClosed()));
}
