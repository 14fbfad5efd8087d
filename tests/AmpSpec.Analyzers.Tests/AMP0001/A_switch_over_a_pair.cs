namespace AmpSpec.Analyzers.Tests.AMP0001;

public sealed class A_switch_over_a_pair
{
    private const string Rest = "(State.Fulfilled, Event.Arrived) => 3, (State.Failed, Event.Arrived) => 4, (State.Fulfilled or State.Failed, Event.TimedOut) => 5";

    [Theory]
    [InlineData("(State.Collecting, Event.Arrived) => 1, (State.Collecting, Event.TimedOut) => 2, " + Rest)]
    [InlineData("(State.Collecting c, Event.Arrived) when c.Held > 1 => 0, (State.Collecting, Event.Arrived) => 1, (State.Collecting, Event.TimedOut) => 2, " + Rest)]
    [InlineData("(State.Collecting, _) => 1, " + Rest)]
    [InlineData("(State.Collecting, var any) => 1, " + Rest)]
    [InlineData("(_, Event.TimedOut) => 1, (State.Collecting, Event.Arrived) => 2, (State.Fulfilled, Event.Arrived) => 3, (State.Failed, Event.Arrived) => 4")]
    public Task is_complete_by_the_product(string arms) => Closed.IsComplete("State s, Event e", $"(s, e) switch {{ {arms} }}");

    [Theory]
    [InlineData("(State.Collecting, Event.Arrived) => 1, " + Rest)]
    [InlineData("(State.Collecting, Event.TimedOut) => 2, " + Rest)]
    [InlineData("(State.Collecting, Event.Arrived) => 1, (State.Collecting, Event.TimedOut) when e is null => 2, " + Rest)]
    [InlineData("(State.Collecting, Event.Arrived) => 1, (State.Fulfilled, _) => 2, (State.Failed, Event.TimedOut) => 3")]
    public Task is_not_when_one_pair_is_missing(string arms) => Closed.IsNot("State s, Event e", $"(s, e) switch {{ {arms} }}");

    [Fact]
    public Task may_come_as_one_value() =>
        Closed.IsComplete("(Event A, Event B) p", "p switch { (Event.Arrived, _) => 1, (Event.TimedOut, Event.Arrived) => 2, (_, Event.TimedOut) => 3 }");

    [Fact]
    public Task counts_the_named_values_of_an_enum() =>
        Closed.IsComplete("Event e, Why w", "(e, w) switch { (Event.Arrived, Why.Totals) => 1, (Event.Arrived, Why.Expiry) => 2, (Event.TimedOut, _) => 3 }");

    [Fact]
    public Task misses_a_named_value_of_an_enum() =>
        Closed.IsNot("Event e, Why w", "(e, w) switch { (Event.Arrived, Why.Totals) => 1, (Event.TimedOut, _) => 3 }");

    [Fact]
    public Task counts_both_truths() =>
        Closed.IsComplete("Event e, bool b", "(e, b) switch { (Event.Arrived, true) => 1, (Event.Arrived, false) => 2, (Event.TimedOut, _) => 3 }");

    [Fact]
    public Task misses_a_truth() =>
        Closed.IsNot("Event e, bool b", "(e, b) switch { (Event.Arrived, true) => 1, (Event.TimedOut, _) => 3 }");

    [Fact]
    public Task does_not_count_numbers() =>
        Closed.IsNot("Event e, int n", "(e, n) switch { (Event.Arrived, 1) => 1, (Event.Arrived, 2) => 2, (Event.TimedOut, _) => 3 }");
}
