namespace AmpSpec.Modelling;

/// <summary>Says which requirements of <c>spec/</c> a member fulfils, or a test shows.</summary>
/// <remarks>
/// The ids are written out (<c>AMP-DRV-02</c>), so that one text search finds line, code, test and vectors.
/// An id that stands in no chapter is an error of the build (AMP0002).
/// </remarks>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class RequirementAttribute(params string[] ids) : Attribute
{
    /// <summary>The ids, in the form <c>AREA-PART-NN</c> or <c>INV-NN</c>.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;
}
