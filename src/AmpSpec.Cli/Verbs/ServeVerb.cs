using System.CommandLine;
using AmpSpec.Cli.Serving;
using AmpSpec.Conformance.Operations;

namespace AmpSpec.Cli.Verbs;

/// <summary><c>ampspec serve</c>: the reference, asked from any language over standard input and output.</summary>
internal static class ServeVerb
{
    public static Command Make(Host host)
    {
        var verb = new Verb(
            "serve",
            "Answers the adapter protocol, version 1, on standard input and output: one JSON object a line, 'hello' first, 'bye' or the end of the input last.",
            [Exit.Holds, Exit.Usage, Exit.Interrupted],
            ["""printf '%s\n' '{"id":1,"op":"hello"}' '{"id":2,"op":"bigsize.decode","in":{"hex":"fd00fd"}}' | ampspec serve"""],
            new Dictionary<int, string> { [Exit.Holds] = "'bye', or the input has ended" });
        verb.SetAction(_ =>
        {
            new Server(Catalogue.All).Run(host.In, host.Out);
            return Exit.Holds;
        });
        return verb;
    }
}
