namespace AmpSpec.Wire;

/// <summary>Sizes in bytes that several records share.</summary>
internal static class Sizes
{
    internal const int Point = 33;
    internal const int Tu32 = 4;
    internal const int Tu64 = 8;
}
