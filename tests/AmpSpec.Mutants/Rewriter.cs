using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AmpSpec.Mutants;

/// <summary>Puts every mutant of one file behind <c>Mutation.Is(n)</c>. Whether a mutant compiles is found out by compiling.</summary>
internal sealed class Rewriter(string file, SemanticModel model, Func<string, bool> isDead, List<Mutant> mutants, Committed committed, Func<int> nextStatic) : CSharpSyntaxRewriter
{
    /// <summary>Marks what a mutant wraps; its data is the mutant's id.</summary>
    public const string Mark = "mutant";

    private readonly Dictionary<string, int> _ordinals = [];

    public override SyntaxNode? Visit(SyntaxNode? node) => committed.Expression(node, base.Visit(node));

    public override SyntaxNode? VisitAttribute(AttributeSyntax node) => node;

    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) => node;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var now = Operators.Replacements(node.Kind()).Aggregate((ExpressionSyntax)base.VisitBinaryExpression(node)!, (so, kind) =>
            Choose(so, node, "operator", BinaryExpression(kind, node.Left, node.Right)));
        return Operators.Alone(node).Aggregate(now, (so, one) => Choose(so, node, "operand", one));
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) =>
        node.Kind() is SyntaxKind.LogicalNotExpression or SyntaxKind.BitwiseNotExpression or SyntaxKind.UnaryMinusExpression
            ? Choose((ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!, node, "operator", node.Operand)
            : base.VisitPrefixUnaryExpression(node);

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (!node.IsKind(SyntaxKind.NumericLiteralExpression) || model.GetTypeInfo(node).ConvertedType is not { } type)
        {
            return node;
        }

        var name = ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        ExpressionSyntax original = CastExpression(name, ParenthesizedExpression(node.WithoutTrivia()));
        return Operators.Neighbours(node).Aggregate((ExpressionSyntax)node, (now, other) =>
            Choose(now == node ? original : now, node, "constant", CastExpression(name, ParenthesizedExpression(other))));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return visited.WithCondition(Guard(visited.Condition, node.Condition));
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return visited.WithCondition(Guard(visited.Condition, node.Condition));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithCondition(Guard(visited.Condition, node.Condition));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var now = (ExpressionSyntax)base.VisitInvocationExpression(node)!;
        var args = node.ArgumentList.Arguments;
        for (var i = 0; i + 1 < args.Count; i++)
        {
            if (!IsSame(args[i], args[i + 1]) && args[i].NameColon is null && args[i + 1].NameColon is null && args[i].RefKindKeyword.RawKind == 0 && args[i + 1].RefKindKeyword.RawKind == 0)
            {
                now = Choose(now, node, "argument", node.WithArgumentList(ArgumentList(args.Replace(args[i], args[i + 1]).RemoveAt(i + 1).Insert(i + 1, args[i]))));
            }
        }

        now = Operators.WithoutOne(args).Aggregate(now, (so, less) => Choose(so, node, "default", node.WithArgumentList(ArgumentList(less))));
        return Operators.OtherNames(node).Aggregate(now, (so, other) => Choose(so, node, "endianness", other));
    }

    // requirements that stand in a row are a set: which comes first says nothing
    private static bool IsSame(ArgumentSyntax one, ArgumentSyntax other) => one.IsEquivalentTo(other) || (IsRequirement(one) && IsRequirement(other));

    private static bool IsRequirement(ArgumentSyntax argument) => argument.Expression is LiteralExpressionSyntax { Token.ValueText: [>= 'A' and <= 'Z', .., '-', _, _] };

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        var now = (ExpressionSyntax)base.VisitImplicitObjectCreationExpression(node)!;
        if (model.GetTypeInfo(node).Type is not { } type)
        {
            return now;
        }

        var name = ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        return Operators.WithoutOne(node.ArgumentList.Arguments).Aggregate(now, (so, less) =>
            Choose(ReferenceEquals(so, now) ? CastExpression(name, ParenthesizedExpression(so)) : so, node, "default", ObjectCreationExpression(name, ArgumentList(less), node.Initializer)));
    }

    public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node)
    {
        var visited = (ArrowExpressionClauseSyntax)base.VisitArrowExpressionClause(node)!;
        var returns = node.Parent switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        return returns?.ToString() switch
        {
            "bool" => visited.WithExpression(Choose(visited.Expression, node.Expression, "returned", PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, ParenthesizedExpression(node.Expression)))),
            "string" => visited.WithExpression(Choose(visited.Expression, node.Expression, "returned", ParseExpression("\"\""))),
            _ => visited,
        };
    }

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        var now = (ExpressionSyntax)base.VisitObjectCreationExpression(node)!;
        var args = node.ArgumentList?.Arguments ?? [];
        for (var i = 0; i + 1 < args.Count; i++)
        {
            if (IsSame(args[i], args[i + 1]))
            {
                continue;
            }

            now = Choose(now, node, "argument", node.WithArgumentList(ArgumentList(args.Replace(args[i], args[i + 1]).RemoveAt(i + 1).Insert(i + 1, args[i]))));
        }

        return Operators.WithoutOne(args).Aggregate(now, (so, less) => Choose(so, node, "default", node.WithArgumentList(ArgumentList(less))));
    }

    public override SyntaxNode? VisitCollectionExpression(CollectionExpressionSyntax node)
    {
        var now = (ExpressionSyntax)base.VisitCollectionExpression(node)!;
        if (model.GetTypeInfo(node).ConvertedType is not { } type)
        {
            return now;
        }

        var name = ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        ExpressionSyntax Typed(ExpressionSyntax of) => CastExpression(name, ParenthesizedExpression(of));
        for (var i = 0; i < node.Elements.Count && node.Elements.Count <= 6; i++)
        {
            now = Choose(ReferenceEquals(now, node) ? Typed(now) : now, node, "element", Typed(node.WithElements(node.Elements.RemoveAt(i))), castNow: Typed);
            if (i + 1 < node.Elements.Count)
            {
                now = Choose(now, node, "element", Typed(node.WithElements(node.Elements.RemoveAt(i).Insert(i + 1, node.Elements[i]))), castNow: Typed);
            }
        }

        return now;
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (StatementSyntax)base.VisitExpressionStatement(node)!;
        // what is declared in it is needed after it
        if (node.Expression is not (InvocationExpressionSyntax or AssignmentExpressionSyntax { Left: not DeclarationExpressionSyntax }) || Add(node, "statement", "(nothing)") is not { } mutant)
        {
            return visited;
        }

        return IfStatement(ParseExpression($"!{Is(mutant)}"), Block(visited)).WithAdditionalAnnotations(new SyntaxAnnotation(Mark, mutant.Id));
    }

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        var arms = new List<SwitchExpressionArmSyntax>();
        foreach (var arm in node.Arms)
        {
            var visited = committed.Arm(arm, (SwitchExpressionArmSyntax)Visit(arm)!);
            var off = new List<Mutant>();
            foreach (var (kind, pattern) in Operators.OtherPatterns(arm.Pattern))
            {
                if (Add(arm.Pattern, kind, pattern.ToString()) is { } mutant)
                {
                    off.Add(mutant);
                    arms.Add(When(arm.WithPattern(pattern), Is(mutant)).WithAdditionalAnnotations(new SyntaxAnnotation(Mark, mutant.Id)));
                }
            }

            if (Add(arm, "row", "(no row)") is { } dropped)
            {
                off.Add(dropped);
            }

            arms.AddRange(committed.Before(arm));
            var mark = off.Select(m => new SyntaxAnnotation(Mark, m.Id)).ToArray();
            arms.Add(off.Count == 0 ? visited : When(visited, string.Join(" && ", off.Select(m => $"!{Is(m)}"))).WithAdditionalAnnotations(mark));
        }

        return node.WithGoverningExpression((ExpressionSyntax)Visit(node.GoverningExpression)!).WithArms(SeparatedList(arms));
    }

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var when = node.WhenClause is { } clause ? clause.WithCondition(Guard((ExpressionSyntax)Visit(clause.Condition)!, clause.Condition)) : null;
        return node.WithWhenClause(when).WithExpression((ExpressionSyntax)Visit(node.Expression)!);
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node) =>
        node.WithExpression((ExpressionSyntax)Visit(node.Expression)!);

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => Fields((TypeDeclarationSyntax)base.VisitClassDeclaration(node)!);

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => Fields((TypeDeclarationSyntax)base.VisitRecordDeclaration(node)!);

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => Fields((TypeDeclarationSyntax)base.VisitStructDeclaration(node)!);

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) => node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    // what a static initialiser makes is made anew under a mutant in it
    private TypeDeclarationSyntax Fields(TypeDeclarationSyntax type) => type.WithMembers(List(type.Members.SelectMany(member =>
        member is FieldDeclarationSyntax { Declaration: var declared } field && field.Modifiers.Any(SyntaxKind.StaticKeyword) && declared.Variables.All(v => v.Initializer is not null)
            ? declared.Variables.Select(v => (MemberDeclarationSyntax)PropertyDeclaration(
                field.AttributeLists, TokenList(field.Modifiers.Where(m => !m.IsKind(SyntaxKind.ReadOnlyKeyword))), declared.Type, null, v.Identifier, null, Once(declared.Type, v.Initializer!.Value), null).WithSemicolonToken(Token(SyntaxKind.SemicolonToken)))
            : [member])));

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        return node.Modifiers.Any(SyntaxKind.StaticKeyword) && visited.Initializer is { Value: var value }
            ? visited.WithInitializer(null).WithAccessorList(null).WithExpressionBody(Once(node.Type, value)).WithSemicolonToken(Token(SyntaxKind.SemicolonToken))
            : visited;
    }

    private ArrowExpressionClauseSyntax Once(TypeSyntax type, ExpressionSyntax value) => ArrowExpressionClause(InvocationExpression(
        ParseExpression($"global::{Switch.Type}.Static<{type.WithoutTrivia()}>"),
        ArgumentList(SeparatedList([Argument(ParseExpression($"{nextStatic()}")), Argument(ParenthesizedLambdaExpression(value))]))));

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    // a guard that never holds, and one that always does; both keep what the guard binds, where the compiler agrees
    private ExpressionSyntax Guard(ExpressionSyntax now, ExpressionSyntax original)
    {
        if (Add(original, "never", "false") is { } never)
        {
            now = Marked(now, never, SyntaxKind.LogicalAndExpression);
        }

        return Add(original, "always", "true") is { } always
            ? Marked(now, always, SyntaxKind.LogicalOrExpression)
            : now;
    }

    private static ExpressionSyntax Marked(ExpressionSyntax now, Mutant mutant, SyntaxKind kind) =>
        ParenthesizedExpression(BinaryExpression(kind, ParenthesizedExpression(now.WithoutTrivia()),
            ParseExpression(kind is SyntaxKind.LogicalAndExpression ? $"!{Is(mutant)}" : Is(mutant)))).WithAdditionalAnnotations(new SyntaxAnnotation(Mark, mutant.Id));

    private ExpressionSyntax Choose(ExpressionSyntax now, SyntaxNode original, string kind, ExpressionSyntax other, Func<ExpressionSyntax, ExpressionSyntax>? castNow = null)
    {
        if (Add(original, kind, other.ToString()) is not { } mutant)
        {
            return now;
        }

        var stay = castNow is not null && now is CollectionExpressionSyntax ? castNow(now) : now;
        return ParenthesizedExpression(ConditionalExpression(ParseExpression(Is(mutant)), ParenthesizedExpression(other.WithoutTrivia()), ParenthesizedExpression(stay.WithoutTrivia())))
            .WithAdditionalAnnotations(new SyntaxAnnotation(Mark, mutant.Id));
    }

    /// <summary>A row under one more condition, which is asked first.</summary>
    public static SwitchExpressionArmSyntax When(SwitchExpressionArmSyntax arm, string condition) =>
        arm.WithWhenClause(WhenClause(arm.WhenClause is { } clause
            ? BinaryExpression(SyntaxKind.LogicalAndExpression, ParenthesizedExpression(ParseExpression(condition)), ParenthesizedExpression(clause.Condition.WithoutTrivia()))
            : ParseExpression(condition)).WithWhenKeyword(Token(SyntaxKind.WhenKeyword).WithLeadingTrivia(Space).WithTrailingTrivia(Space)).WithTrailingTrivia(Space));

    private Mutant? Add(SyntaxNode original, string kind, string to)
    {
        var key = $"{file["src/AmpSpec/".Length..]}/{Place.Member(original)}/{kind}";
        var ordinal = _ordinals[key] = _ordinals.GetValueOrDefault(key) + 1;
        var id = $"{key}-{ordinal}";
        if (isDead(id))
        {
            return null;
        }

        var line = original.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var mutant = new Mutant(mutants.Count + 1, id, file, line, Place.Requirements(original), $"{Fold(original.ToString())} → {Fold(to)}");
        mutants.Add(mutant);
        return mutant;
    }

    /// <summary>Whether a mutant is on, as code.</summary>
    public static string Is(Mutant mutant) => $"global::{Switch.Type}.Is({mutant.Number})";

    private static string Fold(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 100 ? line : line[..97] + "…";
    }
}
