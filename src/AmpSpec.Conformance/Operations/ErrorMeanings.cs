namespace AmpSpec.Conformance.Operations;

/// <summary>What each class of refusal means, in one sentence for people: the third column of <c>vectors/registry/errors.json</c>.</summary>
public static class ErrorMeanings
{
    private static readonly IReadOnlyDictionary<string, string> Meanings = new Dictionary<string, string>
    {
        [Operation.Malformed] = "the request has not the form of its operation: a member is missing, or its value is of another kind or range",

        ["bigsize/truncated"] = "the bytes end before the BigSize does",
        ["bigsize/not-minimal"] = "a BigSize in more bytes than its value needs",

        ["int/too-long"] = "more bytes than the width of the integer allows",
        ["int/truncated"] = "fewer bytes than a signed integer of that width has",

        ["tlv/type-truncated"] = "the bytes end within the type of a record",
        ["tlv/type-not-minimal"] = "the type of a record in more bytes than it needs",
        ["tlv/types-out-of-order"] = "a type smaller than the one before it",
        ["tlv/duplicate-type"] = "the same type twice in a row",
        ["tlv/unknown-even-type"] = "a type that the reader does not know, and must",
        ["tlv/wrong-type"] = "a record of another type than the one that is read",
        ["tlv/length-missing"] = "the stream ends after a type",
        ["tlv/length-truncated"] = "the bytes end within the length of a record",
        ["tlv/length-not-minimal"] = "the length of a record in more bytes than it needs",
        ["tlv/record-too-large"] = "a length above what any message can hold",
        ["tlv/value-missing"] = "the stream ends after a length that is not zero",
        ["tlv/value-truncated"] = "the bytes end within the value of a record",
        ["tlv/value-too-short"] = "the value is shorter than its fields",
        ["tlv/value-too-long"] = "the value is longer than its fields",
        ["tlv/truncated-int-not-minimal"] = "a truncated integer with a leading zero byte",
        ["tlv/invalid-point"] = "a public key that does not begin with 02 or 03",
        ["tlv/trailing-bytes"] = "bytes behind the one record that was asked for",

        ["payload/missing-type"] = "the payload lacks a record that it must have",
        ["payload/forbidden-type"] = "the payload has a record that must not stand there",

        ["failure/code-truncated"] = "fewer than the two bytes of a failure code",
        ["failure/data-truncated"] = "the bytes end within the data that the code announces",
        ["failure/removed-code"] = "a code that BOLT 4 has taken back",

        ["features/too-long"] = "more feature bytes than a message can hold",
        ["features/missing-dependency"] = "a feature without the one that it depends on",
        ["features/unknown-required"] = "an even bit that the reader does not know, and must",

        ["amp/unknown-derivation"] = "no derivation of that name, or none for this operation",
        ["amp/index-too-wide"] = "a child index that does not fit the width of its derivation",
        ["amp/empty-set"] = "no children, or no pieces",
        ["amp/zero-share"] = "a share, or what is left of one, that is all zero",
        ["amp/unknown-shard"] = "no live share of that number",
        ["amp/sharer-exhausted"] = "the last share has been handed out already",
        ["amp/repeated-child"] = "a child with the hash of one that was issued before",
        ["amp/preimage-mismatch"] = "a derived preimage does not hash to the hash of its part; the positions are named",
    };

    /// <summary>The meaning, or null where none is written down.</summary>
    public static string? Of(string @class) => Meanings.GetValueOrDefault(@class);
}
