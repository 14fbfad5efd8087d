using System.Globalization;
using AmpSpec.Primitives;

namespace AmpSpec.Settlement.Exploring.Nodes;

/// <summary>The rows of the receiver: of what a node does before it asks a set, and of the set's table.</summary>
public static class ReceiverRows
{
    private const int Before = 34;

    /// <summary>Their ids.</summary>
    public static Seq<string> All { get; } =
        [.. Enumerable.Range(1, Before).Select(row => string.Create(CultureInfo.InvariantCulture, $"receiver/{row:00}")), .. Receiver.Rows];
}
