using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AmpSpec.Analyzers.House;

/// <summary>The rooms of the specification from top to bottom. Rooms in one row are strangers to each other.</summary>
internal static class Rooms
{
    private static readonly string[][] Order =
    [
        ["Primitives"],
        ["Modelling"],
        ["Crypto", "Wire"],
        ["Wire.Onion", "Wire.Invoices"],
        ["Derivation"],
        ["Settlement", "Sending", "Routing"],
        ["Locks", "Evidence"],
        ["Network"],
        ["Systems"],                        // what the systems have in common
        ["Systems.*"],                      // each system is a stranger to its neighbours
        ["Catalogue"],
    ];

    /// <summary>The room that a symbol stands in, as <c>Wire</c> or <c>Systems.Amp</c>; empty outside the specification.</summary>
    public static string Of(ISymbol symbol)
    {
        var space = (symbol as INamespaceSymbol ?? symbol.ContainingNamespace)?.ToDisplayString() ?? "";
        const string root = Assemblies.Specification + ".";
        if (!space.StartsWith(root, StringComparison.Ordinal))
            return "";
        var parts = space.Substring(root.Length).Split('.');
        var two = string.Join(".", parts.Take(2));
        return parts.Length > 1 && Row(two) >= 0 ? two : parts[0];
    }

    public static bool IsRoom(string room) => Row(room) >= 0;

    /// <summary>A room sees itself and the rows above its own.</summary>
    public static bool Sees(string room, string other) => room == other || Row(other) < Row(room);

    private static int Row(string room) => Array.FindIndex(Order, row => row.Any(name => name == room || IsOneOf(name, room)));

    private static bool IsOneOf(string family, string room) =>
        family.EndsWith(".*", StringComparison.Ordinal) && room.StartsWith(family.Substring(0, family.Length - 1), StringComparison.Ordinal);
}
