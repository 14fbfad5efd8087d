using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace AmpSpec.Conformance.Tests.Cli;

/// <summary>A session of the adapter protocol, line by line.</summary>
public sealed class A_runner_that_speaks_to_the_reference
{
    private const string Hello = """{"id":0,"op":"hello"}""";

    private static string[] Answers(params string[] lines) => Answers(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    private static string[] Answers(byte[] input)
    {
        var run = CommandRun.Here(Path.GetTempPath(), input, "serve");
        Assert.Equal((0, ""), (run.Exit, run.Err));
        return run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Id, kind of answer, and class of a refusal.</summary>
    private static string Short(string answer)
    {
        var json = JsonNode.Parse(answer)!.AsObject();
        Assert.Equal(2, json.Count);
        var (kind, content) = json.Single(m => m.Key != "id");
        return $"{json["id"]?.ToJsonString() ?? "null"} {kind}{(content!["class"] is { } c ? $" {c}" : "")}";
    }

    [Fact]
    public void gets_a_value_for_a_value()
    {
        var answers = Answers(Hello, """{"id":1,"op":"bigsize.decode","in":{"hex":"fd00fd"}}""", """{"id":2,"op":"bye"}""");
        Assert.Equal("""{"id":1,"ok":{"size":3,"value":"253"}}""", answers[1]);
        Assert.Equal("""{"id":2,"ok":{}}""", answers[2]);
    }

    [Fact]
    public void gets_a_refusal_by_phase_and_class()
    {
        var refuse = JsonNode.Parse(Answers(Hello, """{"id":1,"op":"bigsize.decode","in":{"hex":"fd00fc"}}""")[1])!["refuse"]!;
        Assert.Equal(("decode", "bigsize/not-minimal"), ((string)refuse["phase"]!, (string)refuse["class"]!));
        Assert.NotEmpty((string)refuse["text"]!);
    }

    [Theory]
    [InlineData("7", "\"id\":7")]
    [InlineData("1.50", "\"id\":1.50")]
    [InlineData("\"a\\u0062\"", "\"id\":\"ab\"")]
    [InlineData("18446744073709551616", "\"id\":18446744073709551616")]
    public void gets_its_id_back(string id, string echoed) =>
        Assert.Contains(echoed, Answers($$"""{"id":{{id}},"op":"hello","x":{"y":[1]},"deadline_ms":5000}""")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"op":"reset"}""")]
    [InlineData("""{"id":null,"op":"reset"}""")]
    [InlineData("""{"id":{},"op":"reset"}""")]
    [InlineData("""{"id":"\ud800","op":"reset"}""")]
    [InlineData("""{"\ud800":1,"id":1,"op":"reset"}""")]
    [InlineData("""{"id":5,"id":5,"op":"reset"}""")]
    public void gets_an_answer_without_id_where_none_can_be_read(string line) =>
        Assert.Equal(["0 ok", "null refuse input/malformed", "2 ok"], Answers(Hello, line, """{"id":2,"op":"reset"}""").Select(Short));

    [Theory]
    [InlineData("""{"id":5,"op":7}""")]
    [InlineData("""{"id":5}""")]
    [InlineData("""{"id":5,"op":"bigsize.decode"}""")]
    [InlineData("""{"id":5,"op":"bigsize.decode","in":"fd"}""")]
    [InlineData("""{"id":5,"op":"bigsize.decode","in":{"hex":"\ud800"}}""")]
    [InlineData("""{"id":5,"op":"bigsize.decode","op":"bye"}""")]
    [InlineData("""{"id":5,"op":"bigsize.decode","in":{"hex":"00","hex":"01"}}""")]
    public void gets_its_id_back_with_the_refusal_of_a_malformed_request(string line) =>
        Assert.Equal(["0 ok", "5 refuse input/malformed", "2 ok"], Answers(Hello, line, """{"id":2,"op":"reset"}""").Select(Short));

    [Fact]
    public void must_say_hello_first_but_may_leave_at_once() =>
        Assert.Equal(
            ["1 refuse input/malformed", "2 refuse input/malformed", "3 ok"],
            Answers("""{"id":1,"op":"bigsize.decode","in":{"hex":"00"}}""", """{"id":2,"op":"reset"}""", """{"id":3,"op":"bye"}""").Select(Short));

    [Theory]
    [InlineData("[1,1]", "ok")]
    [InlineData("[0,9]", "ok")]
    [InlineData("1", "ok")]
    [InlineData("[2,3]", "refuse input/malformed")]
    [InlineData("\"1\"", "refuse input/malformed")]
    public void agrees_on_the_version(string version, string answer) =>
        Assert.Equal([$"1 {answer}"], Answers($$"""{"id":1,"op":"hello","protocol":{{version}}}""").Select(Short));

    [Fact]
    public void is_told_what_is_not_supported() =>
        Assert.Equal("""{"id":1,"unsupported":{"what":"ops:onion.build"}}""", Answers(Hello, """{"id":1,"op":"onion.build","in":{}}""")[1]);

    [Fact]
    public void gets_no_answer_after_bye() =>
        Assert.Equal(["0 ok", "1 ok"], Answers(Hello, """{"id":1,"op":"bye"}""", """{"id":2,"op":"reset"}""").Select(Short));

    [Fact]
    public void may_end_lines_as_Windows_does_send_blank_ones_and_none_at_the_end() =>
        Assert.Equal(["0 ok", "1 ok"], Answers(Encoding.UTF8.GetBytes($"\r\n{Hello}\r\n  \n{{\"id\":1,\"op\":\"reset\"}}")).Select(Short));

    [Fact]
    public void may_send_bytes_that_are_not_UTF_8() =>
        Assert.Equal(["0 ok", "null refuse input/malformed", "2 ok"], Answers([.. Encoding.UTF8.GetBytes(Hello), (byte)'\n', .. "{\"id\":1,\"op\":\""u8, 0xff, .. "\"}\n"u8, .. "{\"id\":2,\"op\":\"reset\"}"u8]).Select(Short));

    [Fact]
    public void may_nest_without_end() =>
        Assert.Equal(["0 ok", "null refuse input/malformed", "2 ok"], Answers(Hello, new string('[', 100_000), """{"id":2,"op":"reset"}""").Select(Short));

    [Theory]
    [InlineData(4 << 20, "1 ok")]
    [InlineData((4 << 20) + 1, "null refuse input/malformed")]
    public void may_fill_a_line_up_to_the_declared_limit(int bytes, string answer)
    {
        const string Front = """{"id":1,"op":"reset","x":" """, Back = "\"}";
        var line = Front + new string('x', bytes - Front.Length - Back.Length) + Back;
        Assert.Equal(["0 ok", answer, "2 ok"], Answers(Hello, line, """{"id":2,"op":"reset"}""").Select(Short));
    }
}
