using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AmpSpec.Analyzers.House;

/// <summary>AMP0001: a switch expression that takes every case of a closed hierarchy is complete; the compiler need not warn.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompleteSwitch : DiagnosticSuppressor
{
    private const string Why = "Every case has an unguarded arm";

    // In the order of the compiler's texts: not exhaustive; so too, but a guard might help; only unnamed values of an enum are left.
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        [new("AMP0001", "CS8509", Why), new("AMP0001", "CS8846", Why), new("AMP0001", "CS8524", Why)];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var keyword = tree.GetRoot(context.CancellationToken).FindToken(diagnostic.Location.SourceSpan.Start);
            var model = context.GetSemanticModel(tree);
            if (keyword.Parent is SwitchExpressionSyntax syntax
                && model.GetOperation(syntax, context.CancellationToken) is ISwitchExpressionOperation operation
                && Coverage.IsComplete(operation, model))
            {
                var lifted = SupportedSuppressions.Single(s => s.SuppressedDiagnosticId == diagnostic.Id);
                context.ReportSuppression(Suppression.Create(lifted, diagnostic));
            }
        }
    }
}
