using AmpSpec.Analyzers.House;

namespace AmpSpec.Analyzers.Tests.AMP0001;

/// <summary>Small hierarchies that the tests switch over, and the question that they ask.</summary>
internal static class Closed
{
    public const string Types = """
        public abstract record State
        {
            private State() { }
            public sealed record Collecting(int Held) : State;
            public sealed record Fulfilled(byte[] Preimage) : State;
            public abstract record Failed : State
            {
                private Failed() { }
                public sealed record Late : Failed;
                public sealed record Refused(Why Why) : Failed;
            }
        }
        public abstract class Event
        {
            private Event() { }
            public sealed class Arrived : Event { public bool Last => true; }
            public sealed class TimedOut : Event;
        }
        public abstract record Decoded<T>
        {
            private Decoded() { }
            public sealed record Ok(T Value, int Size) : Decoded<T>;
            public sealed record Malformed(string Error) : Decoded<T>;
        }
        public abstract record Open
        {
            public sealed record Left : Open;
            public sealed record Right : Open;
        }
        public static class Parts
        {
            public static void Deconstruct(this Open open, out Event e, out int n) => throw new NotSupportedException();
        }
        public enum Why { Totals, Expiry }

        """;

    /// <summary>A method over these types, whose body is the switch.</summary>
    public static Text Switch(string parameters, string body) => new($$"""
        {{Types}}
        public static class Table
        {
            public static int Next({{parameters}}) => {{body}};
        }
        """);

    public static async Task IsComplete(string parameters, string body)
    {
        var text = Switch(parameters, body);
        Assert.Empty(await text.Under(new CompleteSwitch()));
        Assert.Single(await text.LiftedUnder(new CompleteSwitch())); // the compiler alone would have refused it
    }

    /// <summary>One of the compiler's own errors stands; CS8509 unless others are named.</summary>
    public static async Task IsNot(string parameters, string body, params string[] errors)
    {
        var error = Assert.Single(await Switch(parameters, body).Under(new CompleteSwitch()));
        Assert.Contains(error, (errors is [] ? ["CS8509"] : errors).Select(e => e + " over `switch`"));
    }
}
