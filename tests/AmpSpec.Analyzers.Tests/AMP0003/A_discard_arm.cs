using AmpSpec.Analyzers.House;

namespace AmpSpec.Analyzers.Tests.AMP0003;

public sealed class A_discard_arm
{
    private const string Types = """
        public abstract record Event
        {
            private Event() { }
            public int Kind => 1;
            public sealed record Arrived(int Amount) : Event;
            public sealed record TimedOut : Event;
        }

        """;

    [Theory]
    [InlineData("_")]
    [InlineData("var other")]
    [InlineData("Event")]
    [InlineData("Event other")]
    [InlineData("{ }")]
    [InlineData("not null")]
    [InlineData("Event.TimedOut or { }")]
    [InlineData("{ } or Event.TimedOut")]
    [InlineData("Event and { }")]
    [InlineData("Event { Kind: _ }")]
    public Task is_refused_over_a_closed_hierarchy(string pattern) =>
        Breaks("Event e", $"e switch {{ Event.Arrived => 1, {pattern} => 2 }}", pattern);

    [Theory]
    [InlineData("_")]
    [InlineData("(_, _)")]
    [InlineData("(var a, var b)")]
    [InlineData("(Event, _)")]
    public Task is_refused_over_a_pair(string pattern) =>
        Breaks("Event e, int n", $"(e, n) switch {{ (Event.Arrived, 0) => 1, {pattern} => 2 }}", pattern);

    [Theory]
    [InlineData("e switch { Event.Arrived => 1, Event.TimedOut => 2 }")]
    [InlineData("e switch { Event.Arrived(_) => 1, Event.TimedOut _ => 2 }")]
    [InlineData("e switch { _ when n > 3 => 0, Event.Arrived => 1, Event.TimedOut => 2 }")]
    [InlineData("e switch { { Kind: 1 } => 0, Event.Arrived => 1, Event.TimedOut => 2 }")]
    [InlineData("e switch { { Kind: _ } and Event.Arrived => 1, Event.TimedOut and { Kind: _ } => 2 }")]
    [InlineData("(e, n) switch { (Event.Arrived, 0) => 1, (Event.Arrived, _) => 2, (Event.TimedOut, _) => 3 }")]
    [InlineData("(e, e) switch { (Event.Arrived, _) => 1, (_, Event.Arrived) => 2, (Event.TimedOut, Event.TimedOut) => 3 }")]
    [InlineData("n switch { 0 => 1, _ => 2 }")]
    [InlineData("n.ToString() switch { \"0\" => 1, { } => 2 }")]
    public Task is_free_elsewhere(string body) => Keeps(Text("Event e, int n", body));

    [Fact]
    public Task is_free_in_tests_and_tools() => Keeps(Text("Event e", "e switch { Event.Arrived => 1, _ => 2 }") with { Assembly = "AmpSpec.Tests" });

    [Theory]
    [InlineData("default:")]
    [InlineData("case Event:")]
    [InlineData("case var other:")]
    public async Task is_refused_in_a_statement(string label)
    {
        var text = new Text(Types + $$"""
            public static class Table
            {
                public static int Next(Event e)
                {
                    switch (e) { case Event.Arrived: return 1; case Event when e.Kind > 3: return 3; {{label}} return 2; }
                }
            }
            """);
        Assert.Equal([$"AMP0003 over `{label}`"], await text.AmpOnly(new NoDiscardArm()));
    }

    private static Text Text(string parameters, string body) =>
        new($"{Types} public static class Table {{ public static int Next({parameters}) => {body}; }}");

    private static async Task Keeps(Text text) => Assert.Empty(await text.Under(new NoDiscardArm(), new CompleteSwitch()));

    private static async Task Breaks(string parameters, string body, string at) =>
        Assert.Equal([$"AMP0003 over `{at}`"], await Text(parameters, body).AmpOnly(new NoDiscardArm()));
}
