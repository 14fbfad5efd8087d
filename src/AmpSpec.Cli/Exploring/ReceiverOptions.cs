using System.CommandLine;
using System.CommandLine.Parsing;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Settlement.Exploring;

namespace AmpSpec.Cli.Exploring;

/// <summary>The options of both models of the receiver: how large, which alphabet, which promise, whose rules.</summary>
/// <param name="usual">The sizes that are not given.</param>
/// <param name="alone">What one alphabet alone, and all of them, are for.</param>
internal sealed class ReceiverOptions(Size usual, string alone)
{
    private const int MostSets = 3, MostAmount = 5, MostTimer = 4, MostTotal = 20;

    private readonly Option<int> _sets = new("--sets") { Description = $"How many sets; 1 to {MostSets}.", HelpName = "K", DefaultValueFactory = _ => usual.Sets };
    private readonly Option<int> _amount = new("--max-amount") { Description = $"A part carries 1 to this; 1 to {MostAmount}.", HelpName = "A", DefaultValueFactory = _ => usual.MaxAmount };
    private readonly Option<int> _timer = new("--timer") { Description = $"Ticks after which a set times out; 1 to {MostTimer}.", HelpName = "T", DefaultValueFactory = _ => usual.Timer };
    private readonly Option<int> _total = new("--total") { Description = $"What each set asks; 1 to {MostTotal}.", HelpName = "M", DefaultValueFactory = _ => usual.Total };
    private readonly Option<string?> _alphabet = new("--alphabet") { Description = $"What parts can say and what can happen: {string.Join(", ", Alphabets.Names)}. {alone}", HelpName = "NAME" };
    private readonly Option<string?> _promise = new("--promise") { Description = "Judge this promise alone, by the beginning of its name: I9.", HelpName = "P" };
    private readonly Option<string?> _profile = Profile();

    /// <summary>All of them.</summary>
    public Option[] All => [_sets, _amount, _timer, _total, _alphabet, _promise, _profile];

    /// <summary>The parameters of a size, as they are shown.</summary>
    public static (string Name, int Value)[] Parameters(Size size) =>
        [("parts", size.Parts), ("sets", size.Sets), ("maxAmount", size.MaxAmount), ("timer", size.Timer), ("total", size.Total)];

    /// <summary>Whether any size is given.</summary>
    public bool IsSized(ParseResult parsed) => parsed.CommandResult.Children.OfType<OptionResult>()
        .Any(each => !each.Implicit && (each.Option.Name == "--parts" || new Option[] { _sets, _amount, _timer, _total }.Contains(each.Option)));

    /// <summary>How large, with so many parts.</summary>
    public Size SizeOf(ParseResult parsed, int parts) => new(
        parts,
        Limits.Within("--sets", parsed.GetValue(_sets), MostSets),
        Limits.Within("--max-amount", parsed.GetValue(_amount), MostAmount),
        Limits.Within("--timer", parsed.GetValue(_timer), MostTimer),
        Limits.Within("--total", parsed.GetValue(_total), MostTotal));

    /// <summary>The one that is named, or all.</summary>
    public Seq<string> AlphabetsOf(ParseResult parsed) => parsed.GetValue(_alphabet) is not { } named ? Alphabets.Names
        : Alphabets.Names.Contains(named) ? [named]
        : throw new UsageException($"no alphabet {named}; there are {string.Join(", ", Alphabets.Names)}");

    /// <summary>The promises that are judged alone; none where all are.</summary>
    public string[] PromisesOf(ParseResult parsed, IEnumerable<string> names) => parsed.GetValue(_promise) is not { } beginning ? []
        : names.Where(name => $"{name} ".StartsWith($"{beginning} ", StringComparison.OrdinalIgnoreCase)).Distinct().ToArray() is { Length: > 0 } chosen ? chosen
        : throw new UsageException($"no promise {beginning}; there are {string.Join(", ", names.Select(name => name.Split(' ')[0]).Distinct())}");

    /// <summary>The profile that is named, or null for our own rules.</summary>
    public Settlement.Profile? ProfileOf(ParseResult parsed) => parsed.GetValue(_profile) is not { } named ? null
        : Profiles.Find(named) ?? throw new UsageException($"no profile {named}; there are {string.Join(", ", Profiles.All.Select(p => $"{p}"))}");

    private static Option<string?> Profile()
    {
        var profile = Options.Profile();
        profile.Description = "Explore under the rules of this implementation: lnd, ldk@0.3.0+git. Promises that it breaks come with a shortest run.";
        return profile;
    }
}
