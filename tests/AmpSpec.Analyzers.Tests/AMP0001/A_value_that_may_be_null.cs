using AmpSpec.Analyzers.House;
using Microsoft.CodeAnalysis;

namespace AmpSpec.Analyzers.Tests.AMP0001;

/// <summary>The compiler says nothing of null once it has said CS8509, so to lift that must not lift this.</summary>
public sealed class A_value_that_may_be_null
{
    [Fact]
    public Task needs_an_arm_for_null() => Closed.IsNot("Event? e", "e switch { Event.Arrived => 1, Event.TimedOut => 2 }");

    [Fact]
    public Task is_complete_with_an_arm_for_null() => Closed.IsComplete("Event? e", "e switch { Event.Arrived => 1, Event.TimedOut => 2, null => 3 }");

    [Fact]
    public Task needs_it_within_a_pair() =>
        Closed.IsNot("Event e, Event? f", "(e, f) switch { (_, Event.Arrived) => 1, (Event.Arrived, _) => 2, (Event.TimedOut, Event.TimedOut) => 3 }");

    [Fact]
    public Task needs_it_within_a_case() =>
        Closed.IsNot("Decoded<Event?> d", "d switch { Decoded<Event?>.Ok(Event.Arrived, _) => 1, Decoded<Event?>.Ok(Event.TimedOut, _) => 2, Decoded<Event?>.Malformed => 3 }");

    [Fact]
    public Task needs_it_where_a_type_may_be_any() =>
        Closed.IsNot("Decoded<string> d", "Of(d); static int Of<T>(Decoded<T> d) => d switch { Decoded<T>.Ok({ }, _) => 1, Decoded<T>.Malformed => 2 }");

    [Fact]
    public Task is_not_where_a_type_may_be_any_but_null() => Closed.IsComplete(
        "Decoded<string> d", "Of(d); static int Of<T>(Decoded<T> d) where T : notnull => d switch { Decoded<T>.Ok({ }, _) => 1, Decoded<T>.Malformed => 2 }");

    [Fact]
    public Task needs_it_for_an_optional_enum() =>
        Closed.IsNot("Event e, Why? w", "(e, w) switch { (Event.Arrived, Why.Totals or Why.Expiry) => 1, (Event.TimedOut, _) => 2 }");

    [Fact]
    public Task is_not_null_after_a_test() =>
        Closed.IsComplete("Event? e", "e is null ? 0 : e switch { Event.Arrived => 1, Event.TimedOut => 2 }");

    [Fact]
    public async Task is_not_asked_for_where_nullability_is_off()
    {
        var text = Closed.Switch("Event e", "e switch { Event.Arrived => 1, Event.TimedOut => 2 }") with { Nullable = NullableContextOptions.Disable };
        Assert.Empty(await text.Under(new CompleteSwitch()));
    }

    [Fact]
    public async Task is_asked_for_an_optional_value_even_there()
    {
        var text = Closed.Switch("Why? w", "w switch { Why.Totals => 1, Why.Expiry => 2 }") with { Nullable = NullableContextOptions.Disable };
        Assert.Equal(["CS8524 over `switch`"], await text.Under(new CompleteSwitch()));
    }
}
