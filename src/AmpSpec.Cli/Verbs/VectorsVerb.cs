using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Publishing;
using AmpSpec.Conformance.Vectors;
using Spectre.Console;

namespace AmpSpec.Cli.Verbs;

/// <summary><c>ampspec vectors list | fmt | lint | gen | diff</c>: the files of the suite as files.</summary>
internal static class VectorsVerb
{
    public static Verb Make(Host host) => new(
        "vectors",
        "Lists, formats, checks, generates and compares the files of the suite.",
        [Exit.Holds, Exit.Failed, Exit.Usage, Exit.NothingVerified],
        ["ampspec vectors list", "ampspec vectors gen --verify", "ampspec vectors diff ../v1.0/vectors vectors"],
        new Dictionary<int, string> { [Exit.Failed] = "'gen --verify' has found a file that is not as the code writes it" })
    {
        List(host), Fmt(host), Lint(host), Gen(host), Diff(host),
    };

    private static Verb List(Host host)
    {
        var (path, json) = (PathArgument(), Options.Json());
        return Bound(new("list", "One line a file: what it asks, how many cases, whose values.", [Exit.Holds, Exit.Usage], ["ampspec vectors list"]) { path, json }, parsed =>
        {
            if (SuiteAt.Read(Home.VectorsOf(host, parsed.GetValue(path)), host, parsed.GetValue(json)) is not { } suite)
            {
                return Exit.Usage;
            }

            var files = SuiteListing.Of(suite);
            if (parsed.GetValue(json))
            {
                Json.Write(host, new() { ["suite"] = Suite.Version, ["files"] = Json.List(files, Of) });
            }
            else
            {
                new Screen(host).Show(Listing(files));
            }

            return Exit.Holds;
        });
    }

    private static Verb Fmt(Host host)
    {
        var (path, json) = (PathArgument(), Options.Json());
        return Bound(new("fmt", "Gives files their one form, and names each that had another.", [Exit.Holds, Exit.Usage], ["ampspec vectors fmt my-cases.json"]) { path, json }, parsed =>
        {
            var outcome = Conformance.Publishing.Fmt.Run(Home.VectorsOf(host, parsed.GetValue(path)));
            if (parsed.GetValue(json))
            {
                Json.Write(host, new() { ["rewritten"] = Json.Texts(outcome.Rewritten), ["problems"] = Json.List(outcome.Problems, p => SuiteAt.Of(p, host)) });
            }
            else
            {
                host.Out.Write(string.Concat(outcome.Rewritten.Select(f => $"{f}\n")));
                host.Out.WriteLine($"{outcome.Rewritten.Count} rewritten.");
            }

            return Problems(outcome.Problems, host, Exit.Usage);
        });
    }

    private static Verb Lint(Host host)
    {
        var (path, json) = (PathArgument(), Options.Json());
        var exits = new Dictionary<int, string> { [Exit.Holds] = "nothing is wrong", [Exit.Usage] = "wrong usage; something is wrong with a file, each time with its line and rule", [Exit.NothingVerified] = "there is no vector file" };
        return Bound(new("lint", "Says everything that can be said of files without asking the reference.", [Exit.Holds, Exit.Usage, Exit.NothingVerified], ["ampspec vectors lint", "ampspec vectors lint my-cases.json"], exits) { path, json }, parsed =>
        {
            var given = parsed.GetValue(path);
            var root = Home.Find(host)?.Root;
            var known = root is null ? null : Clauses.Of(root).Ids.ToHashSet();
            var place = Home.VectorsOf(host, given);
            var problems = Conformance.Publishing.Lint.Run(place, known, given is null ? root : null);
            var files = Conformance.Publishing.Lint.Files(place);
            if (parsed.GetValue(json))
            {
                Json.Write(host, new() { ["files"] = files, ["problems"] = Json.List(problems, p => SuiteAt.Of(p, host)) });
            }
            else if (problems.Count == 0)
            {
                host.Out.WriteLine(files == 0 ? $"Nothing was read: there is no vector file in {given ?? "vectors"}." : $"Nothing is wrong in {files} file{(files == 1 ? "" : "s")}.");
            }

            return problems.Count == 0 && files == 0 ? Exit.NothingVerified : Problems(problems, host, Exit.Usage);
        });
    }

    private static Verb Gen(Host host)
    {
        var (verify, json) = (new Option<bool>("--verify") { Description = "Write nothing; say what is not as the code writes it." }, Options.Json());
        var exits = new Dictionary<int, string> { [Exit.Holds] = "everything is as the code writes it", [Exit.Failed] = "with --verify: something is not" };
        return Bound(new("gen", "Writes our own vectors, the converted ones, schemas and registries from the code.", [Exit.Holds, Exit.Failed, Exit.Usage], ["ampspec vectors gen", "ampspec vectors gen --verify"], exits) { verify, json }, parsed =>
        {
            var root = Home.Demand(host).Root;
            var problems = parsed.GetValue(verify) ? Conformance.Publishing.Gen.Verify(root) : [];
            var written = parsed.GetValue(verify) ? [] : Conformance.Publishing.Gen.Write(root);
            if (parsed.GetValue(json))
            {
                Json.Write(host, new() { ["written"] = Json.Texts(written), ["problems"] = Json.List(problems, p => SuiteAt.Of(p, host)) });
            }
            else if (problems.Count == 0)
            {
                host.Out.Write(string.Concat(written.Select(f => $"{f}\n")));
                host.Out.WriteLine(written.Count == 0 ? "Everything is as the code writes it." : $"{written.Count} written.");
            }

            return Problems(problems, host, Exit.Failed);
        });
    }

    private static Verb Diff(Host host)
    {
        var (before, after) = (new Argument<string>("A") { Description = "The older suite: a file or a folder." }, new Argument<string>("B") { Description = "The newer one." });
        var json = Options.Json();
        return Bound(new("diff", "Says what became of each id between two versions of the suite.", [Exit.Holds, Exit.Usage], ["ampspec vectors diff ../v1.0/vectors vectors"]) { before, after, json }, parsed =>
        {
            if (SuiteAt.Read(Home.VectorsOf(host, parsed.GetRequiredValue(before)), host, parsed.GetValue(json)) is not { } old
                || SuiteAt.Read(Home.VectorsOf(host, parsed.GetRequiredValue(after)), host, parsed.GetValue(json)) is not { } @new)
            {
                return Exit.Usage;
            }

            var diff = SuiteDiff.Between(old, @new);
            (string Title, string Member, IReadOnlyList<string> Ids)[] changes =
            [
                ("added", "added", diff.Added), ("removed", "removed", diff.Removed), ("other expectation", "changedExpectation", diff.ChangedExpectation),
                ("other input", "changedInput", diff.ChangedInput), ("other metadata", "changedMetadata", diff.ChangedMetadata),
            ];
            if (parsed.GetValue(json))
            {
                Json.Write(host, new JsonObject(changes.Select(c => KeyValuePair.Create(c.Member, (JsonNode?)Json.Texts(c.Ids)))));
                return Exit.Holds;
            }

            foreach (var (title, _, ids) in changes.Where(c => c.Ids.Count > 0))
            {
                host.Out.Write($"{title}: {ids.Count}\n{string.Concat(ids.Select(id => $"  {id}\n"))}");
            }

            host.Out.Write(diff.IsEmpty ? "Nothing has changed.\n" : "");
            return Exit.Holds;
        });
    }

    private static Argument<string?> PathArgument() => new("PATH") { Description = "A file or a folder; the vectors of the checkout when absent.", Arity = ArgumentArity.ZeroOrOne };

    private static Verb Bound(Verb verb, Func<ParseResult, int> run)
    {
        verb.SetAction(run);
        return verb;
    }

    private static int Problems(IReadOnlyList<Problem> problems, Host host, int exit)
    {
        SuiteAt.Tell(problems, host);
        return problems.Count == 0 ? Exit.Holds : exit;
    }

    private static Table Listing(IReadOnlyList<SuiteListing> files)
    {
        var table = new Table { Border = TableBorder.Simple, BorderStyle = Screen.Faint };
        object[] total = ["total", files.Sum(f => f.Valid), files.Sum(f => f.Invalid), files.Sum(f => f.Choice), $"{files.Count} files"];
        foreach (var (i, name) in new[] { "file", "valid", "invalid", "choice", "values from" }.Index())
        {
            var column = new TableColumn(new Text(name, Screen.Faint)) { Padding = new Padding(0, 0, 1, 0), Footer = new Text(Cell(total[i]), Screen.Strong) };
            table.AddColumn(i is 0 or 4 ? column : column.RightAligned());
        }

        foreach (var file in files)
        {
            table.AddRow([.. new object[] { file.File, file.Valid, file.Invalid, file.Choice, file.Source }.Select(c => new Text(Cell(c)))]);
        }

        return table;
    }

    private static string Cell(object value) => string.Create(CultureInfo.InvariantCulture, $"{value:N0}");

    private static JsonObject Of(SuiteListing file) => new()
    {
        ["file"] = file.File,
        ["op"] = file.Op,
        ["license"] = file.License,
        ["source"] = file.Source,
        ["valid"] = file.Valid,
        ["invalid"] = file.Invalid,
        ["choice"] = file.Choice,
    };
}
