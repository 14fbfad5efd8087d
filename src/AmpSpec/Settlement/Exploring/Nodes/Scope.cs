using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>The bounds of one exploration: whose rules, which invoices, what parts can say and what can happen.</summary>
/// <param name="Alphabet">The alphabet that it belongs to.</param>
/// <param name="Name">What it looks at, in words.</param>
/// <param name="Rules">Where receivers differ; the timer is counted in minutes.</param>
/// <param name="Parts">How many parts there are.</param>
public sealed record Scope(string Alphabet, string Name, Rules Rules, int Parts)
{
    /// <summary>The invoices that there are before anything has happened.</summary>
    public Seq<Invoice> Invoices { get; init; }

    /// <summary>The ways in which a part can be offered.</summary>
    public Seq<Letter> Letters { get; init; }

    /// <summary>Every set that these parts can make.</summary>
    public Seq<SetName> Sets { get; init; }

    /// <summary>What can happen beside offers.</summary>
    public Happens Happens { get; init; }

    /// <summary>Promises that are not judged here, by their first word, since a policy of these rules is known to break them.</summary>
    public Seq<string> Waives { get; init; }

    /// <summary>What must be seen in some state.</summary>
    public Seq<Sight> Sights { get; init; }

    /// <summary>Its alphabet and its name.</summary>
    public override string ToString() => $"{Alphabet}: {Name}";

    /// <summary>The same without some promises.</summary>
    public Scope Without(IEnumerable<string> promises) => this with { Waives = [.. Waives, .. promises.Select(promise => promise.Split(' ')[0])] };

    /// <summary>The same with some promises alone, if they are judged here, and nothing that must be seen.</summary>
    public Scope Alone(params string[] promises) => Without(Promises.Names.Except(promises)) with { Sights = [] };

    /// <summary>Whether what an ended part said, and was told, is remembered.</summary>
    public bool Remembers => (Happens & (Happens.Replays | Happens.Crashes | Happens.Losses)) != 0;

    /// <summary>The blocks that every part has left when it comes.</summary>
    public CltvDelta Entry => CltvDelta.Max(Rules.CltvMargin, Rules.DeadlineMargin);

    /// <summary>The blocks that come at once.</summary>
    public uint Stride => Entry.Value - Rules.DeadlineMargin.Value + 1;

    /// <summary>Ticks until a timer runs out.</summary>
    internal int Timer => (int)(Rules.SetTimeoutMs / Frame.Tick);

    /// <summary>No age is told apart beyond this one.</summary>
    internal int OldestAge => Timer + 2;

    /// <summary>How long after the start a moment of the scope is, in ms.</summary>
    public ulong MillisecondsTo(Instant moment) => moment.Milliseconds - Frame.Clock.Milliseconds;

    /// <summary>The place of a set by its key; -1 where there is none.</summary>
    internal int IndexOf(SetKey key)
    {
        for (var set = 0; set < Sets.Count; set++)
        {
            if (Sets[set].KeyUnder(Rules) == key)
            {
                return set;
            }
        }

        return -1;
    }

    /// <summary>Whether a part shows the whole key of an invoice that there is, or makes its own.</summary>
    internal bool Belongs(Letter letter) => letter.IsSpontaneous || Invoices.Any(invoice => letter.Means switch
    {
        SetKey.Amp(var secret, _) => invoice.Terms.Amp && invoice.PaymentSecret == secret,
        SetKey.Mpp(var hash, var secret) => !invoice.Terms.Amp && invoice.PaymentHash == hash && invoice.PaymentSecret == secret,
    });

    /// <summary>What a step makes of moments and expiries.</summary>
    internal Passing After(ReceiverEvent on) => new(
        on is ReceiverEvent.Ticked ? Frame.Tick : 0,
        on is ReceiverEvent.BlocksCame ? Stride : 0,
        Frame.Ago(OldestAge),
        new(Frame.Height.Value + Rules.DeadlineMargin.Value - 1));
}

/// <summary>A set by its whole key, and what opens its parts where they have one hash.</summary>
public sealed record SetName(SetKey Key, Preimage? Opens = null)
{
    /// <summary>What it is called under rules.</summary>
    public SetKey KeyUnder(Rules rules) => Key switch
    {
        SetKey.Mpp(var hash, var secret) => SetKey.Of(hash, secret, rules),
        SetKey.Amp => Key,
    };
}

/// <summary>What can happen beside offers.</summary>
[Flags]
public enum Happens
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>The clock goes on.</summary>
    Ticks = 1,

    /// <summary>The chain goes on.</summary>
    Blocks = 2,

    /// <summary>Held parts are lost.</summary>
    Loss = 4,

    /// <summary>Owners settle.</summary>
    Settles = 8,

    /// <summary>Owners give sets up.</summary>
    Cancels = 16,

    /// <summary>Owners give invoices up.</summary>
    CancelsInvoices = 32,

    /// <summary>Parts are presented again.</summary>
    Replays = 64,

    /// <summary>Parts are offered before they are committed.</summary>
    Proposals = 128,

    /// <summary>The node dies at any point and starts again.</summary>
    Crashes = 256,

    /// <summary>It starts again without its undecided sets.</summary>
    Amnesia = 512,

    /// <summary>It is told to stop.</summary>
    Stops = 1024,

    /// <summary>The tip becomes stale, and fresh again.</summary>
    StaleTips = 2048,

    /// <summary>Owners reject the next part.</summary>
    Rejects = 4096,

    /// <summary>Answered parts are lost too.</summary>
    Losses = 8192,
}
