using AmpSpec.Analyzers.House;

namespace AmpSpec.Analyzers.Tests.AMP0001;

public sealed class A_switch_with_every_case
{
    [Theory]
    [InlineData("State.Collecting => 1, State.Fulfilled => 2, State.Failed.Late => 3, State.Failed.Refused => 4")]
    [InlineData("State.Collecting => 1, State.Fulfilled => 2, State.Failed => 3")]
    [InlineData("State.Collecting or State.Fulfilled => 1, State.Failed f => 3")]
    [InlineData("State.Collecting => 1, not (State.Collecting or State.Failed) => 2, State.Failed.Late => 3, State.Failed.Refused => 4")]
    [InlineData("_ when s.ToString() == null => 0, State.Collecting => 1, State.Fulfilled => 2, State.Failed => 3")]
    [InlineData("State.Collecting(var held) => held, State.Fulfilled { Preimage: _ } => 2, State.Failed => 3")]
    [InlineData("State.Collecting { Held: > 3 } => 0, State.Collecting => 1, State.Fulfilled => 2, State.Failed => 3")]
    [InlineData("State.Collecting c when c.Held > 3 => 0, State.Collecting => 1, State.Fulfilled => 2, State.Failed => 3")]
    [InlineData("State.Collecting => 1, State.Fulfilled => 2, State.Failed.Late => 3, State.Failed.Refused(Why.Totals) => 4, State.Failed.Refused(Why.Expiry) => 5")]
    [InlineData("State.Collecting and { Held: var held } => held, State.Fulfilled => 2, State.Failed => 3")]
    public Task is_complete(string arms) => Closed.IsComplete("State s", $"s switch {{ {arms} }}");

    [Theory]
    [InlineData("Event.Arrived => 1, Event.TimedOut => 2")]
    [InlineData("Event.Arrived { Last: true } => 1, Event.Arrived { Last: false } => 2, Event.TimedOut => 3")]
    public Task is_complete_over_a_class(string arms) => Closed.IsComplete("Event e", $"e switch {{ {arms} }}");

    [Fact]
    public Task is_complete_over_a_construction() =>
        Closed.IsComplete("Decoded<ulong> d", "d switch { Decoded<ulong>.Ok(var value, _) => (int)value, Decoded<ulong>.Malformed => 2 }");

    [Fact]
    public Task is_complete_over_a_generic() => Closed.IsComplete(
        "Decoded<string> d", "Of(d); static int Of<T>(Decoded<T> d) => d switch { Decoded<T>.Ok(var value, _) => 1, Decoded<T>.Malformed => 2 }");

    [Fact]
    public Task is_complete_within_another() => Closed.IsComplete(
        "Decoded<Event> d", "d switch { Decoded<Event>.Ok(Event.Arrived, _) => 1, Decoded<Event>.Ok(Event.TimedOut, _) => 2, Decoded<Event>.Malformed => 3 }");

    [Theory]
    [InlineData("State s", "State.Failed")]
    [InlineData("State s", "State.Fulfilled")]
    [InlineData("State s", "State.Collecting")]
    public Task is_not_when_a_row_is_removed(string parameters, string removed)
    {
        string[] all = ["State.Collecting", "State.Fulfilled", "State.Failed"];
        return Closed.IsNot(parameters, $"s switch {{ {string.Join(", ", all.Where(c => c != removed).Select((c, i) => $"{c} => {i}"))} }}");
    }

    [Theory]
    [InlineData("State.Collecting { Held: > 3 } => 1, State.Fulfilled => 2, State.Failed => 3")]
    [InlineData("State.Collecting(3) => 1, State.Fulfilled => 2, State.Failed => 3")]
    [InlineData("State.Collecting => 1, State.Fulfilled { Preimage: [] } => 2, State.Failed => 3")]
    [InlineData("State.Collecting => 1, State.Fulfilled => 2, State.Failed.Late => 3, State.Failed.Refused(Why.Totals) => 4")]
    [InlineData("State.Collecting => 1, State.Fulfilled => 2, State.Failed.Late => 3")]
    [InlineData("State.Collecting => 1, not (State.Collecting or State.Failed) => 2")]
    [InlineData("State.Collecting and { Held: 1 } => 1, not State.Collecting => 2")]
    [InlineData("State.Collecting => 1, not State.Collecting { Held: 3 } and not State.Failed { } => 2")]
    public Task is_not_by_a_part_of_a_case(string arms) => Closed.IsNot("State s", $"s switch {{ {arms} }}");

    [Theory]
    [InlineData("State.Collecting c when c.Held > 3 => 1, State.Fulfilled => 2, State.Failed => 3")]
    [InlineData("_ when s.ToString() == null => 0, State.Collecting => 1, State.Fulfilled => 2")]
    public Task is_not_by_a_guard(string arms) => Closed.IsNot("State s", $"s switch {{ {arms} }}", "CS8509", "CS8846");

    [Fact]
    public Task is_not_over_a_hierarchy_that_is_open() => Closed.IsNot("Open o", "o switch { Open.Left => 1, Open.Right => 2 }");

    [Theory]
    [InlineData("object", "not string")]
    [InlineData("int", "not > 5")]
    [InlineData("int", "not (> 5 or < 2)")]
    [InlineData("int", "not (> 2 and < 5)")]
    [InlineData("Event", "not (not Event.Arrived { Last: true }) or Event.TimedOut")]
    public Task is_not_by_a_denial_of_what_is_not_known(string type, string pattern) =>
        Closed.IsNot($"Decoded<{type}> d", $"d switch {{ Decoded<{type}>.Ok({pattern}, _) => 1, Decoded<{type}>.Malformed => 2 }}");

    [Fact]
    public Task is_not_by_half_of_what_an_extension_takes_apart() =>
        Closed.IsNot("Open o, Event e", "(o, e) switch { (_, Event.TimedOut) => 1, (Open(Event.Arrived, _), Event.Arrived) => 2 }");

    [Fact]
    public Task is_complete_by_all_that_an_extension_takes_apart() => Closed.IsComplete(
        "Open o, Event e", "(o, e) switch { (_, Event.TimedOut) => 1, (Open(Event.Arrived, _), Event.Arrived) => 2, (Open(Event.TimedOut, _), Event.Arrived) => 3 }");

    [Fact]
    public async Task has_the_cases_that_stand_deeper_too()
    {
        const string types = "public abstract record Root { private Root() { } public sealed record Near : Root; public static class Inner { public sealed record Far : Root; } } ";
        Text Over(string arms) => new(types + $"public static class Table {{ public static int Next(Root r) => r switch {{ {arms} }}; }}");
        Assert.Empty(await Over("Root.Near => 1, Root.Inner.Far => 2").Under(new CompleteSwitch()));
        Assert.Equal(["CS8509 over `switch`"], await Over("Root.Near => 1").Under(new CompleteSwitch()));
    }

    [Fact]
    public async Task is_complete_over_a_library()
    {
        var library = new Text(Closed.Types, "Library").AsLibrary();
        var text = new Text("""
            public static class Table
            {
                public static int Next(State s, Event e) => (s, e) switch { (State.Failed, _) => 1, (State.Collecting or State.Fulfilled, Event.Arrived) => 2, (_, Event.TimedOut) => 3 };
            }
            """) { References = [library] };
        Assert.Empty(await text.Under(new CompleteSwitch()));
        Assert.Single(await text.LiftedUnder(new CompleteSwitch()));
    }

    [Fact]
    public async Task is_not_over_a_library_with_a_stranger()
    {
        var library = new Text("""
            public abstract class Event
            {
                internal Event() { }
                public sealed class Arrived : Event;
            }
            public sealed class Stranger : Event;
            """, "Library").AsLibrary();
        var text = new Text("public static class Table { public static int Next(Event e) => e switch { Event.Arrived => 1 }; }") { References = [library] };
        Assert.Equal(["CS8509 over `switch`"], await text.Under(new CompleteSwitch()));
    }
}
