namespace AmpSpec.Explorer;

/// <summary>What an exploration says of a property.</summary>
public enum Verdict
{
    /// <summary>Always, and it held in every state; or sometimes, and a state with it was reached.</summary>
    Kept,

    /// <summary>Always, and a state without it was reached; or sometimes, and no state has it.</summary>
    Broken,

    /// <summary>Sometimes, and no state has it, for the model is too small for one.</summary>
    OutOfReach,

    /// <summary>Not all states were seen, and those that were do not decide it.</summary>
    Unfinished,
}
