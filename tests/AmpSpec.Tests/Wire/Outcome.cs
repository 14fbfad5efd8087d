using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

/// <summary>Takes a decoded thing apart, and fails the test when it is the other kind.</summary>
internal static class Outcome
{
    internal static T Value<T>(this Decoded<T> decoded) => Assert.IsType<Decoded<T>.Ok>(decoded).Value;

    internal static WireError Error<T>(this Decoded<T> decoded) => Assert.IsType<Decoded<T>.Malformed>(decoded).Error;

    internal static void IsRefused<T>(this Decoded<T> decoded, string @class, int offset, ulong? type, string requirement)
    {
        var error = decoded.Error();
        Assert.Equal((@class, offset, type, requirement), (error.Class, error.Offset, error.Type, error.Requirement));
    }

    internal static byte[] Bytes(this string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    internal static string Hex(this byte[] bytes) => Convert.ToHexStringLower(bytes);
}
