using System.Text.Json.Nodes;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.Operations;

/// <summary>BOLT 1's BigSize, both ways.</summary>
internal static class BigSizeOps
{
    public static readonly Operation Decode = new(
        "bigsize.decode", "one BigSize from the front of the bytes; more may follow",
        In: [new("hex", Form.Bytes)],
        Ok: [new("value", Form.U64), new("size", new Form.Number(1, 9))],
        Errors: [(Phase.Decode, ErrorClass.BigSizeTruncated), (Phase.Decode, ErrorClass.BigSizeNotMinimal)],
        Run: (input, _) => Answer.From(
            BigSize.Read(input.Bytes("hex")),
            (value, size) => new JsonObject { ["value"] = $"{value}", ["size"] = size }));

    public static readonly Operation Encode = new(
        "bigsize.encode", "the one encoding of a value",
        In: [new("value", Form.U64)],
        Ok: [new("hex", new Form.Hex(1, 9))],
        Errors: [],
        Run: (input, _) => new Answer.Ok(new JsonObject { ["hex"] = Convert.ToHexStringLower(BigSize.Write(input.U64("value"))) }));

    public static readonly IReadOnlyList<Operation> All = [Decode, Encode];
}
