using AmpSpec.Docs.Parsing;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Counted;

namespace AmpSpec.Docs.Receiver;

/// <summary>A table of states and events that the chapter shows.</summary>
/// <param name="Type">The class whose <c>Next</c> it is.</param>
/// <param name="Events">The hierarchy of its events.</param>
/// <param name="States">Its states by their names in the code, each with the word of the chapter.</param>
/// <param name="HasProfiles">Whether its rows depend on who receives.</param>
internal sealed record Machine(string Type, string Events, IReadOnlyDictionary<string, string> States, bool HasProfiles)
{
    /// <summary>A set that nothing has come for.</summary>
    public const string Gone = "gone";

    /// <summary>An AMP set whose id may not come back.</summary>
    public const string Dead = "dead";

    /// <summary>The receiver.</summary>
    public static Machine Receiver { get; } = new(nameof(Settlement.Receiver), nameof(SetEvent), new Dictionary<string, string>
    {
        [nameof(HtlcSet.Collecting)] = "open",
        [nameof(HtlcSet.Complete)] = "complete",
        [nameof(HtlcSet.Settled)] = "settled",
        [nameof(HtlcSet.Dead)] = Dead,
    }, HasProfiles: true);

    /// <summary>The receiver that counts.</summary>
    public static Machine Counted { get; } = new(nameof(CountedReceiver), nameof(CountedEvent), new Dictionary<string, string>
    {
        [nameof(CountedSet.Collecting)] = "open",
        [nameof(CountedSet.Settled)] = "settled",
        [nameof(CountedSet.Aborted)] = "aborted",
    }, HasProfiles: false);

    /// <summary>The word for a state.</summary>
    public string Word(string state) => States.GetValueOrDefault(state) ?? throw new Unwritable($"no word for the state {state}");
}
