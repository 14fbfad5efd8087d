using AmpSpec.Docs;

namespace AmpSpec.Cli;

/// <summary>The requirement lines of a checkout, by id; none where there is no checkout.</summary>
internal sealed class Clauses
{
    private readonly IReadOnlyDictionary<string, Requirement> _byId;

    private Clauses(IEnumerable<Requirement> requirements) => _byId = requirements.DistinctBy(r => r.Id).ToDictionary(r => r.Id);

    /// <summary>Reads the chapters below <paramref name="root"/>.</summary>
    public static Clauses Of(string? root) => new(root is null ? [] : RequirementIndex.Read(new RepositoryFiles(root).Chapters()).Requirements);

    /// <summary>All ids.</summary>
    public IEnumerable<string> Ids => _byId.Keys;

    /// <summary>The requirement, or null.</summary>
    public Requirement? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The clause with its sentence; the id alone where the text is not at hand.</summary>
    public string Sentence(string id) => Find(id) is { } clause ? $"{id} {clause.Word}: {clause.Sentence}" : id;
}
