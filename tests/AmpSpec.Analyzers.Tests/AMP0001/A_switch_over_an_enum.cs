namespace AmpSpec.Analyzers.Tests.AMP0001;

public sealed class A_switch_over_an_enum
{
    [Fact]
    public Task is_complete_with_every_name() => Closed.IsComplete("Why w", "w switch { Why.Totals => 1, Why.Expiry => 2 }");

    [Fact]
    public Task is_not_when_a_name_is_missing() => Closed.IsNot("Why w", "w switch { Why.Totals => 1 }");

    [Fact]
    public Task is_not_by_a_guard() => Closed.IsNot("Why w, bool b", "w switch { Why.Totals => 1, Why.Expiry when b => 2 }", "CS8524");

    [Fact]
    public Task is_never_complete_by_names_when_they_are_flags() =>
        Closed.IsNot("System.AttributeTargets t", $"t switch {{ {string.Join(" or ", Enum.GetNames<AttributeTargets>().Select(n => "System.AttributeTargets." + n))} => 1 }}", "CS8524");
}
