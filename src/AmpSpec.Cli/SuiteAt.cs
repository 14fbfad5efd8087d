using System.Text.Json.Nodes;
using AmpSpec.Conformance.Vectors;

namespace AmpSpec.Cli;

/// <summary>Reads the suite for a verb; damaged files end the verb with exit 2, each named with its line and rule.</summary>
internal static class SuiteAt
{
    /// <summary>The suite at <paramref name="path"/>, or null when its problems have been printed.</summary>
    public static Suite? Read(string path, Host host, bool json)
    {
        switch (SuiteReader.Read(path))
        {
            case SuiteReading.Read(var suite):
                return suite;
            case SuiteReading.Damaged(var problems):
                Tell(problems, host);
                host.Err.WriteLine($"ampspec: {problems.Count} problem{(problems.Count == 1 ? "" : "s")} in {Near(path, host)}; nothing was judged");
                if (json)
                {
                    Json.Write(host, new() { ["problems"] = Json.List(problems, p => Of(p, host)) });
                }

                return null;
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>One line each, on standard error.</summary>
    public static void Tell(IReadOnlyList<Problem> problems, Host host) =>
        host.Err.Write(string.Concat(problems.Select(p => $"{p with { File = Near(p.File, host) }}\n")));

    /// <summary>A problem as <c>--json</c> shows it.</summary>
    public static JsonObject Of(Problem problem, Host host) =>
        new() { ["file"] = Near(problem.File, host), ["line"] = problem.Line, ["rule"] = problem.Rule, ["text"] = problem.Text };

    // as the user would write it from where he stands
    private static string Near(string path, Host host) =>
        Path.IsPathRooted(path) && Path.GetRelativePath(host.Folder, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative : path;
}
