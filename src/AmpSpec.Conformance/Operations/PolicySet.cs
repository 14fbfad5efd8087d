using AmpSpec.Settlement;

namespace AmpSpec.Conformance.Operations;

/// <summary>A place where sources diverge: a name, its options, and ours first.</summary>
/// <param name="Name">As in <c>vectors/registry/policies.json</c>: <c>payload.record-14</c>.</param>
/// <param name="About">What is decided, for people.</param>
/// <param name="Requirement">The requirement that decides it for us; empty where it is not one alone.</param>
/// <param name="Options">Each option with its meaning; the first is ours.</param>
public sealed record Policy(string Name, string About, string Requirement, params (string Option, string Meaning)[] Options)
{
    /// <summary>Our option.</summary>
    public string Default => Options[0].Option;
}

/// <summary>The options in force. What is not set is ours.</summary>
public sealed class PolicySet
{
    private readonly IReadOnlyDictionary<string, string> _options;

    private PolicySet(IReadOnlyDictionary<string, string> options, Rules receiver) => (_options, Receiver) = (options, receiver);

    /// <summary>Ours everywhere.</summary>
    public static PolicySet Ours { get; } = new(new Dictionary<string, string>(), Rules.Ours);

    /// <summary>Those of a profile.</summary>
    public static PolicySet Of(Profile profile) => Sessions.ReceiverPolicies.Settings(profile.Rules).Concat(profile.Reading)
        .Aggregate(new PolicySet(new Dictionary<string, string> { [Policies.Profile.Name] = profile.Name }, profile.Rules), (set, setting) => set.With(setting) ?? throw new ArgumentException($"{profile}: no policy {setting}", nameof(profile)));

    /// <summary>The receiver's rules before any option is set: the sizes are theirs.</summary>
    public Rules Receiver { get; }

    /// <summary>Whether <paramref name="policy"/> stands at <paramref name="option"/>.</summary>
    public bool Is(Policy policy, string option) =>
        policy.Options.Any(o => o.Option == option)
            ? _options.GetValueOrDefault(policy.Name, policy.Default) == option
            : throw new ArgumentException($"{policy.Name} has no option {option}", nameof(option));

    /// <summary>The option that a policy stands at.</summary>
    public string Option(Policy policy) => _options.GetValueOrDefault(policy.Name, policy.Default);

    /// <summary>The same, with one policy set, given as <c>name=option</c>; null when there is no such option. A profile sets all that it names.</summary>
    public PolicySet? With(string setting) =>
        setting.Split('=') is not [var name, var option] || !Policies.All.Any(p => p.Name == name && p.Options.Any(o => o.Option == option)) ? null
        : name == Policies.Profile.Name ? Of(Profiles.Find(option)!)
        : new(new Dictionary<string, string>(_options) { [name] = option }, Receiver);
}
