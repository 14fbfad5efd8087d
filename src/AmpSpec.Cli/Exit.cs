namespace AmpSpec.Cli;

/// <summary>What the process answers to whoever started it.</summary>
internal static class Exit
{
    public const int Holds = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int NothingVerified = 5;
    public const int Fault = 6;
    public const int Interrupted = 130;

    /// <summary>The meaning of each, for the help of the verbs that can give it.</summary>
    public static string Meaning(int code) => code switch
    {
        Holds => "everything demanded holds",
        Failed => "something does not hold",
        Usage => "wrong usage; a file that is missing, unreadable or not valid",
        NothingVerified => "nothing was verified",
        Fault => "a fault of ampspec itself; please report it",
        Interrupted => "interrupted",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}

/// <summary>The user asked for something that cannot be: exit 2 with this one line.</summary>
internal sealed class UsageException(string message) : Exception(message);
