namespace AmpSpec.Modelling;

/// <summary>What becomes of the parts that an event does not concern.</summary>
/// <typeparam name="TFate">What can befall all of them at once.</typeparam>
public abstract record Rest<TFate>
{
    private Rest()
    {
    }

    /// <summary>They stay as they are.</summary>
    public sealed record Keep : Rest<TFate>;

    /// <summary>Each meets the same fate.</summary>
    public sealed record All(TFate Fate) : Rest<TFate>;
}
