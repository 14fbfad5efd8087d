using System.Buffers.Binary;
using System.Text.Json.Nodes;
using AmpSpec.Primitives;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Scenarios;

/// <summary>A part as whoever offered it sees it.</summary>
internal sealed class PartView
{
    public const string Partial = "partial", Accepted = "accepted", Claimable = "claimable", Settled = "settled", Failed = "failed";

    private FailureMessage? _failure;
    private Preimage? _preimage;

    /// <summary>How it stands; empty before it has come to anything.</summary>
    public string State { get; private set; } = "";

    /// <summary>Whether it vanished, so that nobody answered it.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether it was answered in this step, be it the same as before.</summary>
    public bool Told { get; set; }

    /// <summary>The code that it failed with, or null.</summary>
    public ushort? Code => _failure?.Code;

    /// <summary>Whether it waits for an answer.</summary>
    public bool IsHeld => State is Partial or Accepted or Claimable;

    public void Hold(string state) => (State, _failure) = (state, null);

    public void Settle(Preimage preimage) => (State, _preimage, _failure, Told) = (Settled, preimage, null, true);

    public void Fail(FailureMessage failure) => (State, _failure, Told) = (Failed, failure, true);

    public void Lose() => (State, IsLost) = (Failed, true);

    /// <summary>What two steps are compared by.</summary>
    public string Line => IsLost ? "" : $"{State} {Code:x4}";

    /// <summary>Its state, and those members that <paramref name="asked"/> has.</summary>
    public JsonObject Show(JsonObject asked)
    {
        var view = new JsonObject { ["state"] = State };
        foreach (var name in asked.Select(m => m.Key).Where(name => name != "state"))
        {
            if (Member(name) is { } value)
            {
                view[name] = value;
            }
        }

        return view;
    }

    private JsonNode? Member(string name) => name switch
    {
        "preimage" => State == Settled ? _preimage!.Value.Value.ToString() : null,
        "code" => Code is { } code ? $"{code:x4}" : null,
        "htlc_msat" => Data is { Length: 12 } data ? BinaryPrimitives.ReadUInt64BigEndian(data) : null,
        "height" => Data is { Length: 12 } data ? BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(8)) : null,
        _ => null,
    };

    private byte[]? Data => _failure is null ? null : [.. _failure.Data.SelectMany(datum => datum.Write())];
}
