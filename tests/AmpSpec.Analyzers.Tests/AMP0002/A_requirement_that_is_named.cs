using AmpSpec.Analyzers.House;

namespace AmpSpec.Analyzers.Tests.AMP0002;

public sealed class A_requirement_that_is_named
{
    private const string Types = """
        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
        public sealed class RequirementAttribute(params string[] ids) : Attribute { public string[] Ids => ids; }
        public sealed record Fault(string Class, string Requirement)
        {
            public static string Of(string text) => text;
            public static void Group(string name, string[] requirements) { }
            public const string Gone = "MPP-WIRE-99";
        }

        """;

    private const string Chapter = """
        # Wire

        **MPP-WIRE-02** MUST: every integer has its one form.
        Rests on: decision 0001

        **INV-08** SHOULD: the even bit wins.

        **OG18-01** MAY: the seed is the base.

        Text about **MPP-WIRE-98** MUST: this is no line of its own.
        **MPP-WIRE-97** is a word in bold.
        """;

    [Theory]
    [InlineData("""[Requirement("MPP-WIRE-02")] public class T;""")]
    [InlineData("""[Requirement("MPP-WIRE-02", "INV-08"), Requirement("OG18-01")] public class T;""")]
    [InlineData("""public class T { Fault F() => new("SHA-256", "MPP-WIRE-02"); }""")]
    [InlineData("""public class T { Fault F() => new("MPP-WIRE-99", "INV-08"); }""")] // the class is not a requirement
    [InlineData("""public class T { Fault F() => new("a", "none of ours"); }""")]
    [InlineData("""public class T { Fault F() => new("a", Fault.Of("MPP-WIRE-9")); }""")]
    public async Task may_stand_in_a_chapter(string code) => Assert.Empty(await Under(code));

    [Theory]
    [InlineData("""[Requirement("MPP-WIRE-99")] public class T;""")]
    [InlineData("""[Requirement("MPP-WIRE-02", "MPP-WIRE-99")] public class T;""")]
    [InlineData("""public class T { [Requirement(["MPP-WIRE-99"])] public void M() { } }""")]
    [InlineData("""public class T { Fault F() => new("a", "MPP-WIRE-99"); }""")]
    [InlineData("""public class T { Fault F(bool b) => new("a", b ? "MPP-WIRE-02" : "MPP-WIRE-99"); }""")]
    [InlineData("""public class T { Fault F() => new(Requirement: "MPP-WIRE-99", Class: "a"); }""")]
    [InlineData("""public class T { Fault F(Fault f) => f with { Requirement = "MPP-WIRE-99" }; }""")]
    [InlineData("""public class T { void M() => Fault.Group("MPP-WIRE-02", ["INV-08", "MPP-WIRE-99"]); }""")]
    public async Task must_have_its_line(string code) => Assert.Equal(["AMP0002 over `\"MPP-WIRE-99\"`"], await Under(code));

    [Fact]
    public async Task is_followed_through_a_constant() =>
        Assert.Equal(["AMP0002 over `Fault.Gone`"], await Under("""public class T { Fault F() => new("a", Fault.Gone); }"""));

    [Fact]
    public async Task is_looked_up_where_a_default_stands_for_it() => Assert.Equal(
        ["AMP0002 over `F()`"], await Under("""public class T { string F(string requirement = "MPP-WIRE-99") => requirement; string G() => F(); }"""));

    [Theory]
    [InlineData("MPP-WIRE-98")]
    [InlineData("MPP-WIRE-97")]
    [InlineData("mpp-wire-02")]
    [InlineData("MPP-WIRE-2")]
    [InlineData("")]
    public async Task is_not_found_in_running_text_nor_in_another_form(string id) =>
        Assert.Equal([$"AMP0002 over `\"{id}\"`"], await Under($"[Requirement(\"{id}\")] public class T;"));

    [Fact]
    public async Task is_looked_up_in_every_chapter() =>
        Assert.Empty(await Under("""[Requirement("INV-08", "AMP-DRV-01")] public class T;""", ("spec/20.md", "**AMP-DRV-01** MUST: the root is the XOR.")));

    [Fact]
    public async Task is_not_judged_without_chapters() => Assert.Empty(
        await (Of("""[Requirement("MPP-WIRE-99")] public class T;""") with { AdditionalFiles = [("BannedSymbols.txt", "")] }).Under(new KnownRequirement()));

    private static Text Of(string code) => new(Types + code);

    private static Task<string[]> Under(string code, params (string, string)[] more) =>
        (Of(code) with { AdditionalFiles = [("spec/10-wire.md", Chapter), .. more] }).Under(new KnownRequirement());
}
