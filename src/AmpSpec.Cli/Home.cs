namespace AmpSpec.Cli;

/// <summary>The checkout that the verbs speak about: the folder that holds <c>spec/</c> and <c>vectors/</c>.</summary>
internal sealed record Home(string Root)
{
    /// <summary>The vectors of the suite.</summary>
    public string Vectors => Path.Combine(Root, "vectors");

    /// <summary>Looks upwards from where the user stands, then from where the program lies.</summary>
    public static Home? Find(Host host) => Above(host.Folder) ?? Above(host.Program);

    /// <summary>The same, or exit 2.</summary>
    public static Home Demand(Host host) => Find(host)
        ?? throw new UsageException($"no folder with spec/ and vectors/ at or above {host.Folder}; go there, or name the vectors with --vectors");

    /// <summary>What <c>--vectors</c> names, or the vectors of the checkout.</summary>
    public static string VectorsOf(Host host, string? given)
    {
        var path = given is null ? Demand(host).Vectors : Path.GetFullPath(given, host.Folder);
        return Path.Exists(path) ? path : throw new UsageException($"{given} is no file and no folder");
    }

    private static Home? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "spec")) && Directory.Exists(Path.Combine(at.FullName, "vectors")))
            {
                return new(at.FullName);
            }
        }

        return null;
    }
}
