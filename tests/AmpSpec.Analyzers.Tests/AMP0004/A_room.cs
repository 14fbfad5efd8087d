using System.Text.RegularExpressions;
using AmpSpec.Analyzers.House;

namespace AmpSpec.Analyzers.Tests.AMP0004;

public sealed class A_room
{
    private static readonly string[] All =
        ["Primitives", "Modelling", "Crypto", "Wire", "Wire.Onion", "Wire.Invoices", "Derivation", "Settlement", "Sending", "Routing", "Locks", "Evidence", "Network", "Systems", "Systems.Amp", "Systems.PointLock", "Catalogue"];

    [Theory]
    [InlineData("Wire", "Primitives")]
    [InlineData("Modelling", "Primitives")]
    [InlineData("Derivation", "Crypto")]
    [InlineData("Derivation", "Wire")]
    [InlineData("Wire.Onion", "Crypto")]
    [InlineData("Wire.Onion", "Wire")]
    [InlineData("Network", "Sending")]
    [InlineData("Systems.Amp", "Systems")]
    [InlineData("Catalogue", "Systems.Amp")]
    [InlineData("Wire.Records", "Wire")]
    [InlineData("Wire", "Wire.Records")]
    [InlineData("Systems.Amp.Parts", "Systems.Amp")]
    public async Task uses_what_is_above_or_its_own(string room, string other) => Assert.Empty(await Use(room, other).Under(new RoomsLookUp()));

    [Theory]
    [InlineData("Primitives", "Modelling")]
    [InlineData("Primitives", "Wire")]
    [InlineData("Wire", "Derivation")]
    [InlineData("Wire", "Wire.Onion")]
    [InlineData("Network", "Catalogue")]
    [InlineData("Systems", "Systems.Amp")]
    public async Task does_not_use_what_is_below(string room, string other) =>
        Assert.Equal(["AMP0004 over `Thing`"], await Use(room, other).Under(new RoomsLookUp()));

    [Theory]
    [InlineData("Crypto", "Wire")]
    [InlineData("Wire", "Crypto")]
    [InlineData("Wire.Onion", "Wire.Invoices")]
    [InlineData("Settlement", "Sending")]
    [InlineData("Sending", "Routing")]
    [InlineData("Locks", "Evidence")]
    [InlineData("Systems.Amp", "Systems.PointLock")]
    public async Task does_not_use_a_stranger(string room, string other) =>
        Assert.Equal(["AMP0004 over `Thing`"], await Use(room, other).Under(new RoomsLookUp()));

    [Fact]
    public void stands_on_the_page_in_this_order()
    {
        var rows = Rules.Page("AMP0004").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2);
        var rooms = rows.SelectMany(r => Regex.Matches(r, "`([A-Za-z.]+)`")).Select(m => m.Groups[1].Value);
        Assert.Equal(All.Where(r => r != "Systems.PointLock").Select(r => r.Replace("Systems.Amp", "Systems.X", StringComparison.Ordinal)), rooms);
    }

    [Fact]
    public async Task stands_in_one_order()
    {
        foreach (var (i, room) in All.Index())
        {
            foreach (var other in All.Take(i))
                Assert.Equal(["AMP0004 over `Thing`"], await Use(other, room).Under(new RoomsLookUp()));
        }
    }

    [Theory]
    [InlineData("static int N() => AmpSpec.Derivation.Thing.Number;", "Thing")]
    [InlineData("static object N() => Number;", "Number")]
    [InlineData("static object N() => new AmpSpec.Derivation.Thing();", "Thing")]
    [InlineData("static object N() => new D();", "D")]
    [InlineData("static object N() => 3.Doubled();", "Doubled")]
    [InlineData("static object N(object o) => o is AmpSpec.Derivation.Thing;", "Thing")]
    [InlineData("List<AmpSpec.Derivation.Thing> all = [];", "Thing")]
    [InlineData("static object N() => AmpSpec.Derivation.Box<int>.Empty;", "Box<int>")]
    public async Task is_seen_in_every_use(string member, string at) => Assert.Equal([$"AMP0004 over `{at}`"], await new Text($$"""
        using AmpSpec.Derivation;
        using static AmpSpec.Derivation.Thing;
        using D = AmpSpec.Derivation.Thing;
        namespace AmpSpec.Wire { public class Reader { {{member}} } }
        namespace AmpSpec.Derivation
        {
            public class Thing { public const int Number = 3; }
            public class Box<T> { public static readonly object Empty = new(); }
            public static class Numbers { extension(int n) { public int Doubled() => 2 * n; } }
        }
        """).AmpOnly(new RoomsLookUp()));

    [Fact]
    public async Task may_bear_the_marks_of_modelling() => Assert.Empty(await new Text("""
        using AmpSpec.Modelling;
        namespace AmpSpec.Primitives { [Requirement("A-01")] public class Amount { [Requirement("A-02")] public int N => 1; } }
        namespace AmpSpec.Modelling { public sealed class RequirementAttribute(string id) : Attribute { public string Id => id; } }
        """).Under(new RoomsLookUp()));

    [Fact]
    public async Task may_not_bear_the_marks_of_another_room() => Assert.Equal(["AMP0004 over `Coded`"], await new Text("""
        using AmpSpec.Wire;
        namespace AmpSpec.Primitives { [Coded] public class Amount; }
        namespace AmpSpec.Wire { public sealed class CodedAttribute : Attribute; }
        """).Under(new RoomsLookUp()));

    [Fact]
    public async Task may_speak_of_every_room_in_its_documentation() => Assert.Empty(await new Text("""
        namespace AmpSpec.Primitives { /// <summary>See <see cref="AmpSpec.Wire.Thing"/>.</summary>
            public class Amount; }
        namespace AmpSpec.Wire { public class Thing; }
        """).Under(new RoomsLookUp()));

    [Fact]
    public async Task must_be_in_the_list() =>
        Assert.Equal(["AMP0004 over `Thing`"], await new Text("namespace AmpSpec.Cellar { public class Thing; }").Under(new RoomsLookUp()));

    [Fact]
    public async Task is_free_in_another_assembly() =>
        Assert.Empty(await (Use("Primitives", "Derivation") with { Assembly = "AmpSpec.Conformance" }).Under(new RoomsLookUp()));

    private static Text Use(string room, string other) => new($$"""
        namespace AmpSpec.{{room}} { public class User { public AmpSpec.{{other}}.Thing? Used => null; } }
        namespace AmpSpec.{{other}} { public class Thing; }
        """);
}
