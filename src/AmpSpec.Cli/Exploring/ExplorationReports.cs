using System.Text;
using System.Text.Json.Nodes;
using AmpSpec.Conformance.Publishing;
using AmpSpec.Conformance.Vectors;
using AmpSpec.Explorer;

namespace AmpSpec.Cli.Exploring;

/// <summary><c>--report kind=path,…</c>: broken promises as diagrams, or as cases that anybody can play.</summary>
internal sealed class ExplorationReports
{
    private static readonly string[] Kinds = ["mermaid", "vector"];

    private readonly (string Kind, string Path)[] _asked;

    /// <summary>Takes the option; what cannot be is a <see cref="UsageException"/>, before anything is explored.</summary>
    public ExplorationReports(string? option)
    {
        _asked = [.. (option ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('=', 2)).Select(pair =>
            pair is [var kind, { Length: > 0 } path] && Kinds.Contains(kind) ? (kind, path) : throw new UsageException($"--report knows kind=path with one of {string.Join(", ", Kinds)}, not '{string.Join('=', pair)}'"))];
    }

    /// <summary>Writes all that was asked for.</summary>
    public void Write(IReadOnlyList<ExploredRun> runs, Host host)
    {
        var broken = runs.SelectMany(run => run.Found.Verdicts.Where(v => v.Verdict is Verdict.Broken && v.Run is not null).Select(v => (Run: run, Verdict: v))).ToArray();
        foreach (var (kind, path) in _asked)
        {
            var text = kind == "mermaid" ? Diagrams(broken) : Cases(broken, Path.GetFileNameWithoutExtension(path), host);
            if (text is null)
            {
                host.Err.WriteLine($"ampspec: {path}: not written, for no promise is broken by a run that a session can show");
                continue;
            }

            AtomicFile.Write(Path.Combine(host.Folder, path), text);
        }
    }

    private static string Diagrams((ExploredRun Run, PropertyVerdict Verdict)[] broken)
    {
        var text = new StringBuilder("# Broken promises\n");
        foreach (var (run, verdict) in broken)
        {
            text.Append('\n').Append("## ").Append(verdict.Promise).Append("\n\n").Append(run.BoundOf(verdict)).Append("\n\n```mermaid\n").Append(MermaidDiagram.Sequence(verdict.Run!.Value)).Append("```\n");
        }

        return broken.Length > 0 ? $"{text}" : $"{text}\nNone.\n";
    }

    private static string? Cases((ExploredRun Run, PropertyVerdict Verdict)[] broken, string name, Host host)
    {
        var cases = new JsonArray();
        foreach (var (run, verdict) in broken)
        {
            var slug = verdict.Promise.Split(' ')[0].ToLowerInvariant();
            var (input, why) = run.Session?.Invoke(verdict) ?? (null, $"{run.Model} knows no sessions");
            if (input is null)
            {
                host.Err.WriteLine($"ampspec: {slug}: {why}");
                continue;
            }

            cases.Add((JsonNode)new JsonObject
            {
                ["id"] = $"session.run/{name}-{slug}",
                ["since"] = "1.0",
                ["result"] = "valid",
                ["requirements"] = Json.Texts(verdict.Requirements),
                ["input"] = input,
                ["expect"] = new JsonObject(),
            });
        }

        return cases.Count == 0 ? null : CanonicalJson.Format(new JsonObject
        {
            ["format"] = VectorFile.Format,
            ["suite"] = Suite.Version,
            ["file"] = name,
            ["op"] = "session.run",
            ["license"] = "CC0-1.0",
            ["generator"] = new JsonObject { ["tool"] = "ampspec explore receiver", ["version"] = Suite.Version, ["seed"] = "" },
            ["flags"] = new JsonObject(),
            ["groups"] = new JsonArray(new JsonObject { ["group"] = "broken-promises", ["requirements"] = new JsonArray(), ["cases"] = cases }),
        });
    }
}
