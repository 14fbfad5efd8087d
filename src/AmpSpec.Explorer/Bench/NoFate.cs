namespace AmpSpec.Explorer.Bench;

/// <summary>No event of the benchmark machine touches the parts that it does not concern.</summary>
internal sealed record NoFate;
