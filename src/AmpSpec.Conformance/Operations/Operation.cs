using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.Operations;

/// <summary>One thing an implementation can be asked: a pure function from an object to an answer.</summary>
/// <param name="Name">As in the vector files and the adapter protocol.</param>
/// <param name="About">One line for people.</param>
/// <param name="In">The members of the request.</param>
/// <param name="Ok">The members of the answer.</param>
/// <param name="Errors">Every refusal it can give besides <see cref="Malformed"/>: phase and class.</param>
/// <param name="Run">What it does, under the policies in force.</param>
public sealed record Operation(
    string Name,
    string About,
    IReadOnlyList<Member> In,
    IReadOnlyList<Member> Ok,
    IReadOnlyList<(string Phase, string Class)> Errors,
    Func<Input, PolicySet, Answer> Run)
{
    /// <summary>The class of a request that has not the form of its operation.</summary>
    public const string Malformed = "input/malformed";

    /// <summary>What a choice expects under one of its policies, where that is not what a valid case expects.</summary>
    public IReadOnlyList<Member> Chosen { get; init; } = Ok;

    /// <summary>The members of the answer, where the expectation of a valid case has others.</summary>
    public IReadOnlyList<Member> Answered { get; init; } = Ok;

    /// <summary>What its page says before the forms, as Markdown.</summary>
    public string Notes { get; init; } = "";

    private readonly Form.Object _form = new([.. In]);

    /// <summary>Answers a request; one that has not the right form is refused with its place.</summary>
    public Answer Ask(JsonObject request, PolicySet policies) =>
        _form.Check(request, "in") is { } error
            ? new Answer.Refuse(Phase.Input, Malformed, error)
            : Run(new Input(request), policies);
}
