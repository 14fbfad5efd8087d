namespace AmpSpec.Docs;

/// <summary>The generated tables of the chapters, by name. Each is written from the code that it describes.</summary>
public static class Tables
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>
    {
    };
}
