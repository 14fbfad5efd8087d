using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmpSpec.Conformance.External;

/// <summary>One entry of a source file and where it stands.</summary>
/// <param name="Document">The file.</param>
/// <param name="Json">The entry.</param>
/// <param name="Pointer">A JSON Pointer into the file: <c>/cases/17</c>.</param>
public sealed record Element(SourceDocument Document, JsonObject Json, string Pointer)
{
    // what sources put before their own ids; the folder says it already
    private static readonly string[] OwnPrefixes = ["lnd-", "ecl-", "ldk-", "kmp-", "cln-", "ele-"];

    /// <summary>The pointer without its last step.</summary>
    public string List => Pointer.Contains('/') ? Pointer[..Pointer.LastIndexOf('/')] : "";

    /// <summary>File and pointer, as a case cites it: <c>lnd/amp-derive.json#/cases/17</c>.</summary>
    public string Citation => $"{Document.Key}.json#{Pointer}";

    /// <summary>A member.</summary>
    public JsonNode? this[string name] => Json[name];

    /// <summary>The source's own id, or file, list and position; unique among the cases of one operation and one source.</summary>
    public string Slug => $"{Document.Folder}-{Plain(Has("id") ? WithoutPrefix(Text("id")) : $"{Document.Name}{Pointer.Replace("/cases/", "/", StringComparison.Ordinal)}")}";

    /// <summary>Whether the member is there and not null.</summary>
    public bool Has(string name) => Json[name] is not null;

    /// <summary>A text, or the digits of a number.</summary>
    public string Text(string name) => Json[name]! is var node && node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    /// <summary>True or false; false where it is absent.</summary>
    public bool Flag(string name) => Json[name]?.GetValue<bool>() ?? false;

    /// <summary>A number up to 64 bits, however it is written.</summary>
    public ulong Number(string name) => ulong.Parse(Text(name), CultureInfo.InvariantCulture);

    /// <summary>Bytes.</summary>
    public byte[] Bytes(string name) => Convert.FromHexString(Text(name));

    /// <summary>A list of objects within this entry; each cites its own place.</summary>
    public IReadOnlyList<Element> Inner(string name) =>
        [.. (Json[name]?.AsArray() ?? []).Select((item, i) => new Element(Document, item!.AsObject(), $"{Pointer}/{name}/{i}"))];

    /// <summary>An object within this entry.</summary>
    public Element Member(string name) => new(Document, Json[name]!.AsObject(), $"{Pointer}/{name}");

    private static string WithoutPrefix(string id) =>
        Array.Find(OwnPrefixes, prefix => id.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? id[prefix.Length..] : id;

    private static string Plain(string text) =>
        string.Join('-', text.ToLowerInvariant().Split([.. text.ToLowerInvariant().Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries));
}
