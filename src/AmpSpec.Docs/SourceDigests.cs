using System.Security.Cryptography;
using System.Text;
using AmpSpec.Primitives;
using Markdig;
using Markdig.Syntax;

namespace AmpSpec.Docs;

/// <summary>The blocks of a foreign document by heading and digest, so that a requirement can point at a sentence without copying it.</summary>
/// <remarks>
/// A block is a paragraph, the own text of a list item, one row of a table or a whole code block. Its digest is the first 16 hex digits
/// of SHA-256 over its text, white space folded to single spaces and trimmed.
/// </remarks>
public sealed record SourceDigests(Seq<SourceBlock> Blocks)
{
    /// <summary>Reads a Markdown document.</summary>
    public static SourceDigests Read(string markdown)
    {
        List<SourceBlock> blocks = [];
        Stack<HeadingBlock> open = [];
        foreach (var block in Markdown.Parse(markdown).Descendants<LeafBlock>())
        {
            if (block is HeadingBlock heading)
            {
                while (open.TryPeek(out var above) && above.Level >= heading.Level)
                    open.Pop();
                open.Push(heading);
                continue;
            }

            var under = open.Select(h => Plain(Raw(markdown, h).TrimStart('#'))).ToSeq();
            foreach (var text in Parts(block, Raw(markdown, block)))
                blocks.Add(new SourceBlock(block.Line + 1, under, text, DigestOf(text)));
        }

        return new SourceDigests(blocks.ToSeq());
    }

    /// <summary>Whether a heading of this name is there; back-quotes do not count.</summary>
    public bool Has(string heading) => Blocks.Any(b => b.Under.Contains(Plain(heading)));

    /// <summary>Whether a block with this digest stands anywhere under the heading.</summary>
    public bool Has(string heading, string digest) => Blocks.Any(b => b.Digest == digest && b.Under.Contains(Plain(heading)));

    /// <summary>16 hex digits for a text whose white space is folded.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folded(text))))[..16];

    private static IEnumerable<string> Parts(LeafBlock block, string raw) =>
        block is ParagraphBlock && raw.TrimStart().StartsWith('|')
            ? raw.Split('\n').Select(Folded)
            : [Folded(raw)];

    private static string Raw(string markdown, Block block) => markdown.Substring(block.Span.Start, block.Span.Length);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Plain(string heading) => Folded(heading.Replace("`", "", StringComparison.Ordinal));
}

/// <summary>One block: the line where it begins, the headings above it, its folded text and its digest.</summary>
public sealed record SourceBlock(int Line, Seq<string> Under, string Text, string Digest);
