using AmpSpec.Modelling;
using AmpSpec.Wire;
using Xunit;

namespace AmpSpec.Tests.Wire;

[Requirement("MPP-WIRE-08")]
public sealed class Failure_messages_from_anywhere
{
    [Fact]
    public void never_throw_and_are_written_as_they_were_read()
    {
        var random = new Random(4);
        var read = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var bytes = i % 2 == 0 ? Mutated(random) : Bytes(random, random.Next(60));
            if (FailureMessage.Read(bytes) is Decoded<FailureMessage>.Ok(var message, var size))
            {
                read++;
                Assert.Equal(bytes.Length, size);
                Assert.True(FailureCode.IsRemoved(message.Code) || bytes.AsSpan().SequenceEqual(A_failure_message.Written(message)));
            }
        }

        Assert.InRange(read, 10_000, 99_000);
    }

    private static byte[] Mutated(Random random)
    {
        var row = FailureCode.All[random.Next(FailureCode.All.Length)];
        var bytes = A_failure_message.Written(Invalid_failure_messages.Some(row, random));
        switch (random.Next(4))
        {
            case 0: return bytes[..random.Next(bytes.Length + 1)];
            case 1: return [.. bytes, .. Bytes(random, random.Next(8))];
            case 2:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            default: return bytes;
        }
    }

    private static byte[] Bytes(Random random, int size)
    {
        var bytes = new byte[size];
        random.NextBytes(bytes);
        return bytes;
    }
}
