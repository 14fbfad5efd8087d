using System.Reflection;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;

namespace AmpSpec.Docs.Receiver;

/// <summary>Which policy of the registry sets which property of the rules.</summary>
internal static class PolicyNames
{
    private static readonly IReadOnlyDictionary<string, ReceiverPolicy> ByProperty = ReceiverPolicies.All.ToDictionary(policy => Set(policy).Name);

    /// <summary>Policy and option of a value as the code writes it: <c>SetIds</c>, <c>Terminal</c>.</summary>
    public static (string Policy, string Option) Of(string property, string value)
    {
        var policy = ByProperty.GetValueOrDefault(property) ?? throw new Unwritable($"no policy sets Rules.{property}");
        var option = policy.Policy.Options.Select(o => o.Option).FirstOrDefault(option => $"{Value(policy.Set(Rules.Ours, option), property)}" == value);
        return option is null ? throw new Unwritable($"{policy.Policy.Name} has no option {value}") : (policy.Policy.Name, option);
    }

    /// <summary>Where rules stand: the name of the value of a property.</summary>
    public static string At(Rules rules, string property) => $"{Value(rules, property)}";

    // the one property that another option changes
    private static PropertyInfo Set(ReceiverPolicy policy)
    {
        var other = policy.Set(Rules.Ours, policy.Policy.Options[1].Option);
        return typeof(Rules).GetProperties(BindingFlags.Public | BindingFlags.Instance).Single(p => p.PropertyType.IsEnum && !Equals(p.GetValue(other), p.GetValue(Rules.Ours)));
    }

    private static object? Value(Rules rules, string property) =>
        (typeof(Rules).GetProperty(property) ?? throw new Unwritable($"Rules has no {property}")).GetValue(rules);
}
