using System.Reflection;
using AmpSpec.Conformance.Operations;
using AmpSpec.Conformance.Sessions;
using AmpSpec.Docs.Parsing;
using AmpSpec.Primitives;
using AmpSpec.Settlement;

namespace AmpSpec.Docs.Receiver;

/// <summary>Where receivers differ, from the registry of policies and the profiles that stand at each option.</summary>
internal static class PolicyTables
{
    /// <summary>Two tables: what is chosen by name, and sizes.</summary>
    public static string Write(CodeFolder code) => $"{Options()}\n{Sizes(code)}";

    private static string Options() => PipeTable.Of(
        ["what differs", "option", "what it means", "who"],
        from policy in ReceiverPolicies.All
        from option in policy.Policy.Options
        let first = option.Option == policy.Policy.Default
        select new[]
        {
            first ? $"`{policy.Policy.Name}`: {policy.Policy.About} ({policy.Policy.Requirement})" : "",
            $"`{option.Option}`",
            option.Meaning,
            Who.Of(Concerned(policy.Policy), profile => policy.Get(profile.Rules) == option.Option),
        });

    // who knows no AMP parts does nothing with them
    private static IEnumerable<Profile> Concerned(Policy policy) =>
        Profiles.All.Where(profile => policy.Name == "receiver.amp-parts" || !policy.Requirement.StartsWith("AMP-", StringComparison.Ordinal) || profile.Rules.AmpParts is AmpParts.Known);

    private static string Sizes(CodeFolder code) => PipeTable.Of(
        ["what is fixed", .. Profiles.All.Select(profile => profile.Name)],
        typeof(Rules).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => !p.PropertyType.IsEnum && p.CanWrite)
            .Select(p => (string[])[code.Summary(nameof(Rules), p.Name).TrimEnd('.'), .. Profiles.All.Select(profile => Show(p.GetValue(profile.Rules)))]));

    private static string Show(object? value) => value switch
    {
        null => "–",
        bool yes => yes ? "yes" : "no",
        int.MaxValue or CltvDelta { Value: uint.MaxValue } => "no bound",
        CltvDelta blocks => $"{blocks.Value}",
        _ => $"{value}",
    };
}
