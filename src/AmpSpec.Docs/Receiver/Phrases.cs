using AmpSpec.Docs.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmpSpec.Docs.Receiver;

/// <summary>Guards and patterns in words: those of the summaries, put together.</summary>
/// <param name="code">Where guards are declared.</param>
/// <param name="type">The type whose guards are meant.</param>
internal sealed class Phrases(CodeFolder code, string type)
{
    private const string Among = "with it, ";

    // what has no summary of its own
    private static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["Payload.Amp is not null"] = "it is an AMP part",
        ["Payload.PaymentData is null"] = "it has no `payment_data`",
        ["Total.Msat < Asked(Invoice.Terms)"] = "its total is below what the invoice asks",
        ["Offer.Expiry.IsFurther(rules.MaxCltv, now.Height)"] = "more blocks are left than the receiver lets a peer lock",
        ["Invoice: null"] = "there is no invoice for it, and none is made for it",
        ["Invoice.Status: InvoiceStatus.Paid"] = "its invoice was paid",
        ["Invoice.Status: InvoiceStatus.Canceled"] = "its invoice was cancelled",
        ["terms.Preimage is not null"] = "the preimage is known",
    };

    // in which type the members of a variable are declared
    private static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string> { ["now"] = "Now", ["offer"] = "Offer" };

    /// <summary>What a row matches, beyond state and event, in one phrase; empty where that is everything.</summary>
    public string Of(IEnumerable<(string Type, PatternSyntax Pattern)> patterns, ExpressionSyntax? guard)
    {
        var conditions = patterns.SelectMany(p => Conditions(p.Type, p.Pattern)).ToList();
        return And([.. conditions, .. guard is null ? [] : Parts(guard)]);
    }

    // each condition, and whether it holds
    private IEnumerable<(string Text, bool Holds)> Parts(ExpressionSyntax guard) => guard switch
    {
        _ when Asked.Of(guard) is { } asked => [(asked.Words, true)],
        ParenthesizedExpressionSyntax inner => Parts(inner.Expression),
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) => Parts(both.Left).Concat(Parts(both.Right)),
        PrefixUnaryExpressionSyntax negated when negated.IsKind(SyntaxKind.LogicalNotExpression) => Parts(negated.Operand).Select(part => (part.Text, !part.Holds)),
        BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression) => [($"{And([.. Parts(either.Left)])}, or {And([.. Parts(either.Right)])}", true)],
        IsPatternExpressionSyntax { Expression: InvocationExpressionSyntax asked, Pattern: RecursivePatternSyntax } => Parts(asked),
        _ when Words.TryGetValue(guard.NormalizeWhitespace().ToString(), out var words) => [(words, true)],
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } call => [($"{(WithIt(call) ? Among : "")}{Guard(called)}", true)],
        IdentifierNameSyntax named => [(Guard(named), true)],
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax of, Name: var name } when Types.TryGetValue(of.Identifier.Text, out var owner) => [(Claim(owner, name.Identifier.Text), true)],
        _ => throw new Unwritable($"no words for '{guard}'"),
    };

    private IEnumerable<(string Text, bool Holds)> Conditions(string owner, PatternSyntax pattern) =>
        pattern is RecursivePatternSyntax { PropertyPatternClause.Subpatterns: var asked } ? asked.Select(one => Condition(owner, one)) : [];

    private (string Text, bool Holds) Condition(string owner, SubpatternSyntax one)
    {
        var name = (one.ExpressionColon as BaseExpressionColonSyntax ?? one.NameColon)?.Expression.ToString() ?? throw new Unwritable($"no words for '{one}'");
        return one.Pattern is ConstantPatternSyntax { Expression: LiteralExpressionSyntax { Token.ValueText: "true" or "false" } value }
            ? (Claim(owner, name), value.Token.ValueText is "true")
            : Words.TryGetValue($"{name}: {one.Pattern}", out var words) ? (words, true) : throw new Unwritable($"no words for '{one}'");
    }

    private string Guard(IdentifierNameSyntax named) => code.Summary(type, named.Identifier.Text);

    // "Whether its set id is taken." says what is claimed
    private string Claim(string owner, string member) => code.Summary(owner, member) is var text && text.StartsWith("Whether ", StringComparison.Ordinal)
        ? text["Whether ".Length..].TrimEnd('.')
        : throw new Unwritable($"the summary of {owner}.{member} does not begin with 'Whether'");

    // a guard that is asked about the set as it would be
    private static bool WithIt(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(argument => argument.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "With" } });

    private static string And(IReadOnlyList<(string Text, bool Holds)> parts)
    {
        var holds = string.Join(", and ", parts.Where(p => p.Holds).Select(p => p.Text));
        var unless = string.Join(" or ", parts.Where(p => !p.Holds).Select(p => p.Text));
        unless = unless.StartsWith(Among, StringComparison.Ordinal) ? $", {unless}" : $" {unless}";
        return unless is " " ? holds : holds is "" ? $"unless{unless}" : $"{holds}, unless{unless}";
    }
}
