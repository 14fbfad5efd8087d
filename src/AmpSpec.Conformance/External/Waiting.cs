namespace AmpSpec.Conformance.External;

/// <summary>Files and lists whose operation is not there yet. They are carried and counted, so that nothing is lost on the way.</summary>
internal static class Waiting
{
    /// <summary>Every entry of the file waits for <paramref name="op"/>.</summary>
    public static Action<Conversion> For(string op) => c => All(c, c.Document.Entries, op);

    /// <summary>These entries wait for <paramref name="op"/>.</summary>
    public static void All(Conversion c, IEnumerable<Element> entries, string op)
    {
        foreach (var entry in entries)
        {
            c.Skip(entry, $"waits for {op}", op);
        }
    }
}
