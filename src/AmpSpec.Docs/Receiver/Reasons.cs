using System.Text.RegularExpressions;
using AmpSpec.Docs.Parsing;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using AmpSpec.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>The reasons for which a part fails, and what each is told as.</summary>
internal static partial class Reasons
{
    private static readonly Part Sample = new(new("", ""), default, default, default, default, default);

    /// <summary>All of them, one of each.</summary>
    public static IReadOnlyList<Refusal> All { get; } = [.. typeof(Refusal).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Refusal))).Select(One)];

    /// <summary>Its name in words: <c>set id dead</c>.</summary>
    public static string Name(Refusal why) => Name(why.GetType().Name);

    /// <summary>A name of the code in words.</summary>
    public static string Name(string name) => Hump().Replace(name, " ").ToLowerInvariant().Replace("canceled", "cancelled", StringComparison.Ordinal);

    /// <summary>What a payer is told under rules.</summary>
    public static FailureMessage Told(Refusal why, Rules rules) => WireFailure.Of(why, new(default, default, default, default, default), rules);

    /// <summary>A code as the chapters write it: <c>PERM|15</c>.</summary>
    public static string Code(FailureMessage told) => told.Row is { } row ? Code(row) : throw new Unwritable($"a code without a name: {told.Code:x4}");

    /// <summary>A code as the chapters write it: <c>PERM|15</c>.</summary>
    public static string Code(FailureCode row) => string.Join('|',
        Enum.GetValues<FailureFlags>().Where(flag => flag is not FailureFlags.None && row.Flags.HasFlag(flag)).Reverse().Select(flag => $"{flag}".ToUpperInvariant()).Append($"{row.Number}"));

    /// <summary>The reasons that an expression makes.</summary>
    public static IReadOnlyList<Refusal> In(SyntaxNode outcome) =>
    [
        .. outcome.DescendantNodesAndSelf().OfType<ObjectCreationExpressionSyntax>()
            .Select(made => made.Type.ToString().Split('.') switch { [nameof(Refusal), var name] => name, [var name] => name, _ => "" })
            .SelectMany(name => All.Where(why => why.GetType().Name == name)),
    ];

    private static Refusal One(Type type) => (Refusal)type.GetConstructors().Single().Invoke([.. type.GetConstructors().Single().GetParameters().Select(p => Any(p.ParameterType))]);

    private static object? Any(Type type) => type == typeof(Part) ? Sample : type.IsValueType ? Activator.CreateInstance(type) : throw new Unwritable($"no {type.Name} for a reason");

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Hump();
}
