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
                foreach (var problem in problems)
                {
                    host.Err.WriteLine(problem);
                }

                host.Err.WriteLine($"ampspec: {problems.Count} problem{(problems.Count == 1 ? "" : "s")} in {path}; nothing was judged");
                if (json)
                {
                    Json.Write(host, new() { ["problems"] = Json.List(problems, Of) });
                }

                return null;
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>A problem as <c>--json</c> shows it.</summary>
    public static JsonObject Of(Problem problem) =>
        new() { ["file"] = problem.File, ["line"] = problem.Line, ["rule"] = problem.Rule, ["text"] = problem.Text };
}
