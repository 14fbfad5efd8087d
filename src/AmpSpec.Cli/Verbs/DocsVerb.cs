using System.CommandLine;
using System.Text.Json.Nodes;
using AmpSpec.Docs;

namespace AmpSpec.Cli.Verbs;

/// <summary><c>ampspec docs check | build | sources</c>: the text against code, tests, vectors and sources.</summary>
internal static class DocsVerb
{
    public static Verb Make(Host host) => new(
        "docs",
        "Holds the text of spec/ against the code, the tests, the vectors and the sources.",
        [Exit.Holds, Exit.Failed, Exit.Usage],
        ["ampspec docs check", "ampspec docs build", "ampspec docs sources --bolts ../bolts"],
        new Dictionary<int, string> { [Exit.Holds] = "the text holds", [Exit.Failed] = "there are findings, or a ground has moved" })
    {
        Check(host), Build(host), Sources(host),
    };

    private static Verb Check(Host host)
    {
        var json = Options.Json();
        var verb = new Verb(
            "check",
            "Prints each requirement with its code, tests and vectors, then what is wrong with the text.",
            [Exit.Holds, Exit.Failed, Exit.Usage],
            ["ampspec docs check"],
            new Dictionary<int, string> { [Exit.Holds] = "every requirement has its thread, and every table is as the code has it", [Exit.Failed] = "there are findings" })
        {
            json,
        };
        verb.SetAction(parsed =>
        {
            var report = DocsCheck.Run(Home.Demand(host).Root);
            if (parsed.GetValue(json))
            {
                Json.Write(host, new() { ["requirements"] = Json.List(report.Rows, Of), ["findings"] = Json.List(report.Findings, Of) });
                return report.Exit;
            }

            host.Out.WriteLine(report.Print().TrimEnd());
            host.Out.WriteLine();
            host.Out.Write(string.Concat(report.Findings.Select(f => $"{f}\n")));

            new Screen(host).Line(report.Ok ? $"All {report.Rows.Count} requirements have their thread." : $"{report.Findings.Count} findings.", report.Ok ? Screen.Good : Screen.Bad);
            return report.Exit;
        });
        return verb;
    }

    private static Verb Build(Host host)
    {
        var json = Options.Json();
        var verb = new Verb(
            "build",
            "Writes the generated tables into the chapters, and names each chapter that has changed.",
            [Exit.Holds, Exit.Usage],
            ["ampspec docs build"],
            new Dictionary<int, string> { [Exit.Holds] = "every table is as the code has it" })
        {
            json,
        };
        verb.SetAction(parsed =>
        {
            var written = DocsBuild.Run(Home.Demand(host).Root);
            if (parsed.GetValue(json))
            {
                Json.Write(host, new() { ["written"] = Json.Texts(written) });
                return Exit.Holds;
            }

            foreach (var file in written)
            {
                host.Out.WriteLine(file);
            }

            host.Out.WriteLine(written.Count == 0 ? "Nothing was stale." : $"{written.Count} written.");
            return Exit.Holds;
        });
        return verb;
    }

    private static Verb Sources(Host host)
    {
        var bolts = new Option<string>("--bolts") { Description = "A checkout of the BOLTs: the folder of 01-messaging.md and its neighbours.", HelpName = "DIR", Required = true };
        var find = new Option<string?>("--find") { Description = "Instead: print each block that holds these words, as a ground to copy.", HelpName = "WORDS" };
        var json = Options.Json();
        var verb = new Verb(
            "sources",
            "Looks up what each requirement rests on in a checkout of the BOLTs, and names each whose ground has moved.",
            [Exit.Holds, Exit.Failed, Exit.Usage],
            ["ampspec docs sources --bolts ../bolts"],
            new Dictionary<int, string> { [Exit.Holds] = "all grounds stand", [Exit.Failed] = "a ground has moved", [Exit.Usage] = "wrong usage; there are no BOLTs in that folder" })
        {
            bolts, find, json,
        };
        verb.SetAction(parsed =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(bolts), host.Folder);
            if (parsed.GetValue(find) is { } words)
            {
                return Find(host, folder, words, parsed.GetValue(json));
            }

            var report = SourcesCheck.Run(Home.Demand(host).Root, folder);
            if (report.Error is { } error)
            {
                throw new UsageException(error);
            }

            if (parsed.GetValue(json))
            {
                Json.Write(host, new() { ["digests"] = report.LookedUp, ["requirements"] = report.Requirements, ["moved"] = Json.List(report.Moved, Of) });
                return report.Exit;
            }

            foreach (var moved in report.Moved)
            {
                host.Out.WriteLine(moved);
            }

            var well = report.Exit == Exit.Holds;
            new Screen(host).Line($"{report.LookedUp - report.Moved.Count} of {report.LookedUp} digests stand, for {report.Requirements} requirements.", well ? Screen.Good : Screen.Bad);
            return report.Exit;
        });
        return verb;
    }

    private static int Find(Host host, string folder, string words, bool json)
    {
        var found = SourcesCheck.Find(folder, words).ToArray();
        if (json)
        {
            Json.Write(host, new() { ["grounds"] = Json.Texts(found) });
        }
        else
        {
            host.Out.Write(string.Concat(found.Select(f => f + "\n")));
        }

        return found.Length > 0 ? Exit.Holds : throw new UsageException($"no block holds '{words}'");
    }

    private static JsonObject Of(TraceRow row) => new()
    {
        ["id"] = row.Requirement.Id,
        ["level"] = row.Requirement.Word,
        ["code"] = Json.Texts(row.Code),
        ["tests"] = Json.Texts(row.Tests),
        ["cases"] = row.Cases,
        ["killed"] = row.Kills?.Killed,
        ["lacks"] = Json.Texts(row.Missing()),
    };

    private static JsonObject Of(Finding finding) => new() { ["file"] = finding.File, ["line"] = finding.Line, ["text"] = finding.Text };
}
