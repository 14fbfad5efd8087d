using System.Text;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Vectors;

/// <summary>Damage below the level of JSON values: each kind is refused with file, line and rule, and nothing is read.</summary>
public sealed class A_damaged_file : IDisposable
{
    private readonly SuiteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void is_the_only_reason_to_refuse_a_suite() => Assert.Equal(2, Assert.IsType<SuiteReading.Read>(_folder.Read()).Suite.Files.Count);

    [Fact]
    public void one_byte_above_the_limit_is_refused_and_one_at_the_limit_is_not()
    {
        var whole = File.ReadAllBytes(_folder.PathOf(SuiteFolder.Encode));
        var filled = Enumerable.Repeat((byte)' ', SuiteLimits.File).ToArray();
        whole.CopyTo(filled, 0);
        _folder.Write(SuiteFolder.Encode, filled);
        Assert.IsType<SuiteReading.Read>(_folder.Read());

        _folder.Write(SuiteFolder.Encode, [.. filled, (byte)' ']);
        _folder.Only(SuiteFolder.Encode, whole.Count(b => b == '\n') + 1, Rules.Size);
    }

    [Fact]
    public void is_refused_where_all_together_are_too_large()
    {
        for (var i = 0; i < 5; i++)
        {
            _folder.Write($"wire/long-{i}.json", $"\"{new string('a', SuiteLimits.File - 2)}\"");
        }

        Assert.Equal([Rules.Format, Rules.Format, Rules.Format, Rules.Size], _folder.Problems().Select(p => p.Rule));
    }

    [Fact]
    public void that_never_ends_is_read_up_to_the_limit_only()
    {
        if (!File.Exists("/dev/zero"))
        {
            return;
        }

        var damaged = Assert.IsType<SuiteReading.Damaged>(SuiteReader.Read("/dev/zero"));
        Assert.Equal((1, Rules.Size), (damaged.Problems.Single().Line, damaged.Problems.Single().Rule));
    }

    [Fact]
    public void that_is_not_there_is_missing() =>
        Assert.Equal(Rules.Missing, Assert.IsType<SuiteReading.Damaged>(SuiteReader.Read(_folder.PathOf("wire/none.json"))).Problems.Single().Rule);

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void with_a_name_that_can_be_none_is_missing(string path) =>
        Assert.Equal(Rules.Missing, Assert.IsType<SuiteReading.Damaged>(SuiteReader.Read(path)).Problems.Single().Rule);

    [Fact]
    public void that_is_empty_is_called_so()
    {
        _folder.Write(SuiteFolder.Encode, Array.Empty<byte>());
        Assert.Equal((1, "the file is empty"), (_folder.Problems().Single().Line, _folder.Problems().Single().Text));
    }

    [Fact]
    public void that_links_to_itself_is_unreadable()
    {
        File.CreateSymbolicLink(_folder.PathOf("wire/loop.json"), "loop.json");
        Assert.Contains(_folder.Problems().Single().Rule, new[] { Rules.Unreadable, Rules.Missing });
    }

    [Fact]
    public void in_a_folder_that_is_a_link_is_not_looked_for()
    {
        Directory.CreateSymbolicLink(_folder.PathOf("round"), _folder.Root);
        _folder.Only("round", 0, Rules.Layout);
    }

    [Fact]
    public void that_is_not_UTF_8_is_refused_at_its_first_bad_byte()
    {
        var bytes = File.ReadAllBytes(_folder.PathOf(SuiteFolder.Decode));
        var line = _folder.LineOf(SuiteFolder.Decode, "since", after: 100);
        var at = Encoding.UTF8.GetString(bytes).Split('\n').Take(line - 1).Sum(l => l.Length + 1) + 3;
        bytes[at] = 0xc3;
        _folder.Write(SuiteFolder.Decode, bytes);
        _folder.Only(SuiteFolder.Decode, line, Rules.Utf8, $"byte {at} (0xc3)");
    }

    [Theory]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })] // a surrogate
    [InlineData(new byte[] { 0xc0, 0xaf })] // an overlong slash
    [InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 })] // beyond U+10FFFF
    [InlineData(new byte[] { 0xe2, 0x82 })] // cut
    public void with_bytes_that_some_take_for_UTF_8_is_refused(byte[] bad) =>
        AssertRefused([.. "{\n\""u8, .. bad, .. "\": 1}\n"u8], 2, Rules.Utf8);

    [Fact]
    public void with_a_byte_order_mark_is_refused()
    {
        _folder.Write(SuiteFolder.Decode, [0xef, 0xbb, 0xbf, .. File.ReadAllBytes(_folder.PathOf(SuiteFolder.Decode))]);
        _folder.Only(SuiteFolder.Decode, 1, Rules.Utf8, "byte order mark");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void of_100_000_open_brackets_is_refused(string open) => AssertRefused(Encoding.UTF8.GetBytes("\n" + string.Concat(Enumerable.Repeat(open, 100_000))), 2, Rules.Depth);

    [Fact]
    public void as_deep_as_the_limit_is_JSON_and_one_deeper_is_not_read()
    {
        AssertRefused(Nested(SuiteLimits.Depth), 1, Rules.Format);
        AssertRefused(Nested(SuiteLimits.Depth + 1), 1, Rules.Depth);

        static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));
    }

    [Fact]
    public void cut_anywhere_is_refused_in_its_last_line_at_most()
    {
        var whole = File.ReadAllBytes(_folder.PathOf(SuiteFolder.Decode));
        var lines = whole.Count(b => b == (byte)'\n');
        for (var size = 0; size < whole.Length - 1; size += 97)
        {
            _folder.Write(SuiteFolder.Decode, whole[..size]);
            var problem = _folder.Problems().Single();
            Assert.Equal((_folder.PathOf(SuiteFolder.Decode), Rules.Json), (problem.File, problem.Rule));
            Assert.Equal(whole[..size].Count(b => b == (byte)'\n') + 1, problem.Line);
        }

        _folder.Write(SuiteFolder.Decode, whole[..(whole.Length / 2)]);
        Assert.InRange(_folder.Problems().Single().Line, lines / 4, lines);
    }

    [Theory]
    [InlineData("{} {}")]
    [InlineData("{}\u0000")]
    [InlineData("{} // why")]
    [InlineData("{\"a\": 1,}")]
    [InlineData("{\"a\": NaN}")]
    [InlineData("{\"a\": 01}")]
    [InlineData("{\"a\": \"\u0001\"}")]
    [InlineData("{\"a\": \"\\ud800\"}")]
    [InlineData("{\"\\udc00\": 1}")]
    [InlineData("{'a': 1}")]
    public void that_is_no_JSON_is_refused(string text) => AssertRefused(Encoding.UTF8.GetBytes("\n\n" + text), 3, Rules.Json);

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("-0")]
    [InlineData("1E400")]
    public void with_a_number_in_another_form_is_refused(string number) => AssertRefused(Encoding.UTF8.GetBytes($"{{\n\"a\": {number}}}"), 2, Rules.Number);

    [Theory]
    [InlineData("{\n\"a\": 1,\n\"a\": 1}", 3)]
    [InlineData("{\"b\": [{\n\"a\": 1, \"\\u0061\": 2}]}", 2)]
    public void with_a_member_twice_is_refused_at_the_second(string text, int line) => AssertRefused(Encoding.UTF8.GetBytes(text), line, Rules.DuplicateMember);

    [Fact]
    public void beside_whole_ones_leaves_nothing_read()
    {
        _folder.Write("wire/zz.json", "{");
        Assert.Equal(Rules.Json, Assert.IsType<SuiteReading.Damaged>(_folder.Read()).Problems.Single().Rule);
    }

    private void AssertRefused(byte[] bytes, int line, string rule)
    {
        _folder.Write(SuiteFolder.Decode, bytes);
        _folder.Only(SuiteFolder.Decode, line, rule);
    }
}
