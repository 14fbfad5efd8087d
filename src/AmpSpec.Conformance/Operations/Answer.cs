using System.Text.Json.Nodes;
using AmpSpec.Derivation;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Operations;

/// <summary>What an operation says: a value, or a refusal by phase and class.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The members of <c>ok</c>.</summary>
    public sealed record Ok(JsonObject Value) : Answer
    {
        /// <summary>The same with the texts of the refusals in it: for people, never compared, and in no vector.</summary>
        public JsonObject Told { get; init; } = Value;
    }

    /// <summary>A refusal.</summary>
    /// <param name="Phase">One of <see cref="Operations.Phase"/>.</param>
    /// <param name="Class">A class of the operation, closed by <c>vectors/registry/errors.json</c>.</param>
    /// <param name="Text">For people; never compared.</param>
    /// <param name="At">The positions at fault, ascending; empty where none is named.</param>
    public sealed record Refuse(string Phase, string Class, string Text, Seq<int> At = default) : Answer
    {
        /// <summary>The same of a request that stands within another: its places begin with <paramref name="at"/> in place of <c>in</c>.</summary>
        public Refuse Within(string at) => Text.StartsWith("in.", StringComparison.Ordinal) ? this with { Text = $"{at}{Text["in".Length..]}" } : this;

        /// <summary>Phase, class, text, and the positions where there are any.</summary>
        public JsonObject Told()
        {
            var told = AsExpectation()["error"]!.DeepClone().AsObject();
            told["text"] = Text;
            return told;
        }
    }

    /// <summary>Bytes that are no message.</summary>
    public static Answer From(WireError error) => new Refuse(Operations.Phase.Decode, error.Class, error.ToString());

    /// <summary>A decoded value as an answer.</summary>
    public static Answer From<T>(Decoded<T> decoded, Func<T, int, JsonObject> show) => decoded switch
    {
        Decoded<T>.Ok(var value, var size) => new Ok(show(value, size)),
        Decoded<T>.Malformed(var error) => From(error),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>What the rules of derivation and sharing refuse.</summary>
    public static Answer From(DerivationError error) => new Refuse(DerivationPhase(error.Class), error.Class, error.ToString(), error.At);

    /// <summary>A derived value as an answer.</summary>
    public static Answer From<T>(Derived<T> derived, Func<T, Answer> answer) => derived switch
    {
        Derived<T>.Ok(var value) => answer(value),
        Derived<T>.Refused(var error) => From(error),
    };

    /// <summary>A derived value as an answer.</summary>
    public static Answer From<T>(Derived<T> derived, Func<T, JsonObject> show) => From(derived, value => new Ok(show(value)));

    /// <summary>The answer as it stands under <c>expect</c>: the value, or <c>{"error": {phase, class, at?}}</c>.</summary>
    public JsonObject AsExpectation()
    {
        if (this is Ok ok)
        {
            return ok.Value;
        }

        var refuse = (Refuse)this;
        var error = new JsonObject { ["phase"] = refuse.Phase, ["class"] = refuse.Class };
        if (refuse.At.Count > 0)
        {
            error["at"] = new JsonArray([.. refuse.At.Select(i => (JsonNode)i)]);
        }

        return new JsonObject { ["error"] = error };
    }

    private static string DerivationPhase(string @class) => @class switch
    {
        DerivationClass.PreimageMismatch => Operations.Phase.Reconstruct,
        DerivationClass.SharerExhausted or DerivationClass.RepeatedChild => Operations.Phase.Derive,
        _ => Operations.Phase.Input,
    };
}

/// <summary>Where a refusal arises.</summary>
public static class Phase
{
    /// <summary>The request itself is malformed.</summary>
    public const string Input = "input";

    /// <summary>The bytes are no message.</summary>
    public const string Decode = "decode";

    /// <summary>Nothing can be derived.</summary>
    public const string Derive = "derive";

    /// <summary>The parts do not fit together.</summary>
    public const string Reconstruct = "reconstruct";

    /// <summary>The session cannot do that.</summary>
    public const string Session = "session";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Input, Decode, Derive, Reconstruct, Session];
}
