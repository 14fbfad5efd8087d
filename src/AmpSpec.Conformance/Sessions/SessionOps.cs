using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Settlement;

namespace AmpSpec.Conformance.Sessions;

/// <summary>The operations on sessions that a server keeps, and the one that plays a whole session.</summary>
public static class SessionOps
{
    /// <summary>No session has this name.</summary>
    public const string Unknown = "session/unknown";

    /// <summary>What the owner gives does not open the set.</summary>
    public const string WrongPreimage = "session/wrong-preimage";

    /// <summary>The verbs of events.</summary>
    public static IReadOnlyList<string> Verbs { get; } = [.. SessionForms.Verbs.Select(verb => verb.Verb)];

    /// <summary>A whole session: what is given, then steps, each answered.</summary>
    public static readonly Operation Run = new(
        "session.run", "a whole session of a receiver: what is given, then one event after the other",
        In:
        [
            new("given", new Form.Object(SessionForms.Open)) { Means = "what there is before the first event" },
            new("steps", new Form.List(SessionForms.Event(
                new("at_ms", SessionForms.Milliseconds, Optional: true) { Means = "the clock of the event; absent, as it stands" },
                new("height", Form.U32, Optional: true) { Means = "the height of the event; absent, as it stands" },
                new("advance", new Form.Object(new Member("set_timeout", new Form.Number(-1_000_000_000, 1_000_000_000))), Optional: true) { Means = "the clock of the event, as milliseconds beyond the set timeout, counted from the clock as it stands; goes before `at_ms`" },
                new("expect", Expected, Optional: true) { Means = "what a vector expects; whoever plays the session does not need it" }))) { Means = "the events, in order" },
        ],
        Ok: [],
        Errors: [],
        Run: (input, policies) => SessionRun.Play(input, ReceiverPolicies.Rules(policies)))
    {
        // the steps of a valid session say what they expect; where a policy decides, each policy says it for all steps
        Chosen = [new("steps", new Form.List(Expected))],
        Answered = [new("steps", new Form.List(StepAnswer)) { Means = "one answer for each step, in their order" }],
        Notes = SessionNotes.Page,
    };

    private static Form StepAnswer => new Form.When([new("error", new Form.Free())], new Form.Object(Error), new Form.Object(SessionForms.Answered));

    private static Member Error => new("error", new Form.Object(new("phase", new Form.Text(Phase.All)), new("class", new Form.Text(Operation.Malformed, WrongPreimage)))) { Means = "the step is refused" };

    private static Form Expected => new Form.When(
        [new("error", new Form.Free())],
        new Form.Object(Error),
        new Form.Object([.. SessionForms.Answered, new("order", new Form.Bool(), Optional: true) { Means = "whether the outputs must come in this order; absent, in any" }]));
}

/// <summary>The sessions that a server has open, under the rules of a profile.</summary>
public sealed class SessionBook(Rules rules, int most)
{
    private readonly Dictionary<string, ReceiverSession> _open = [];
    private int _opened;

    /// <summary>The operations, on this book.</summary>
    public IReadOnlyList<Operation> Operations() =>
    [
        new("session.open", "opens a session; answers what is in force", SessionForms.Open, SessionForms.Facts, [(Phase.Session, "session/too-many")], (input, _) => Open(input)),
        new("session.event", "one event of a session", [new("session", new Form.Text())], SessionForms.Answered, [(Phase.Session, SessionOps.Unknown), (Phase.Session, SessionOps.WrongPreimage)], (input, _) => Event(input)),
        new("session.close", "forgets a session", [new("session", new Form.Text())], [], [(Phase.Session, SessionOps.Unknown)], (input, _) => Close(input)),
    ];

    /// <summary>Forgets all of them.</summary>
    public void Reset() => _open.Clear();

    private Answer Open(Input wish)
    {
        if (_open.Count >= most)
        {
            return new Answer.Refuse(Phase.Session, "session/too-many", $"{most} sessions are open");
        }

        var (session, refusal) = ReceiverSession.Open(wish, rules);
        if (session is null)
        {
            return refusal!;
        }

        var name = $"s{++_opened}";
        _open[name] = session;
        var facts = (JsonObject)session.Facts.DeepClone();
        facts["session"] = name;
        return new Answer.Ok(facts);
    }

    private Answer Event(Input @event) => !_open.TryGetValue(@event.Text("session"), out var session) ? NoSession(@event)
        : EventForm.Check(@event.Json, "in") is { } error ? new Answer.Refuse(Phase.Input, Operation.Malformed, error)
        : session.Event(@event);

    private Answer Close(Input which) => _open.Remove(which.Text("session")) ? new Answer.Ok([]) : NoSession(which);

    private static Answer NoSession(Input which) => new Answer.Refuse(Phase.Session, SessionOps.Unknown, $"in.session: no session {which.Text("session")}");

    private static readonly Form EventForm = SessionForms.Event(
        new("session", new Form.Text()), new("at_ms", SessionForms.Milliseconds, Optional: true), new("height", Form.U32, Optional: true));
}
