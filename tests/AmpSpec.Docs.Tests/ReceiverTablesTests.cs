using AmpSpec.Docs;
using AmpSpec.Docs.Parsing;
using AmpSpec.Docs.Receiver;
using Xunit;

namespace AmpSpec.Docs.Tests;

public sealed class The_tables_of_the_receiver
{
    private static readonly IReadOnlyDictionary<string, Func<string>> All = Tables.Of(Repository.Root);

    private static readonly string[] Settlement = Directory.GetFiles(Path.Combine(Repository.Root, "src", "AmpSpec", "Settlement"), "*.cs");

    [Theory]
    [InlineData("receiver/node", "| receiver/05 | the payload cannot be read |")]
    [InlineData("receiver/arrival", "| receiver/14 | it is an AMP part, and it has no `payment_data` | missing secret ")]
    [InlineData("receiver/arrival", "| receiver/22 | its invoice was paid, unless it has no secret and the invoice may do without | invoice paid ")]
    [InlineData("receiver/arrival", "| receiver/25 | its set id stands for parts to another invoice |")]
    [InlineData("receiver/set", "| receiver/51 | open           | unless, with it, the parts bring the total | this part is held | open ")]
    [InlineData("receiver/set", "| receiver/47 | open           | it names another total than the first part | every part fails (totals differ) | gone or dead   |")]
    [InlineData("receiver/counted", "| counted/05 | open             | unless, with it, as many parts are there as the count says | this part is held ")]
    [InlineData("receiver/refusals", "| counts differ      | The parts of a counted set do not agree on how many they are | counted/02, counted/04 |")]
    [InlineData("receiver/refusals", "| 23       | `mpp_timeout`                          |                | timed out, lost part |")]
    [InlineData("receiver/refusals", "| missing secret   | PERM\\|NODE\\|3 `required_node_feature_missing` | ldk ")]
    [InlineData("receiver/policies", "|  | `fail-part`           | the part that differs | lnd, ldk ")]
    [InlineData("receiver/policies", "| The most parts of one set | 128 ")]
    [InlineData("receiver/differences", "| D | eclair                             | a, b fail: PERM\\|15, told 1100 msat at height 800000 |")]
    [InlineData("receiver/differences", "| A | **ampspec**, bolt-strict, eclair | after 60 s: a, b fail: mpp_timeout |")]
    [InlineData("receiver/who-does-what", "| [T5](32-who-does-what.md#t5)   | How long does an incomplete set wait, and what has a timer? | A       | A           | B   | C   | D   | A      | E        | F             |")]
    [InlineData("receiver/diagram", "    open --> settled : part arrived 56")]
    public void say_what_the_code_says(string table, string line) =>
        Assert.Contains(All[table]().Split('\n'), written => written.StartsWith(line, StringComparison.Ordinal));

    [Theory]
    [InlineData("receiver/46", "lnd, ldk")]
    [InlineData("receiver/47", "")]
    [InlineData("receiver/58", "all but lnd")]
    [InlineData("receiver/40", "none")]
    public void say_whose_rules_ever_come_to_a_row(string row, string profiles) =>
        Assert.Equal(profiles, All["receiver/set"]().Split('\n').Single(line => line.StartsWith($"| {row} ", StringComparison.Ordinal)).Split('|')[^2].Trim());

    [Fact]
    public void have_every_row_that_the_code_names_and_no_row_twice()
    {
        var named = Settlement.SelectMany(file => Quoted(File.ReadAllText(file))).Where(row => !row.Contains('{', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();
        string[] written = [.. new[] { "receiver/node", "receiver/arrival", "receiver/set" }.SelectMany(table => All[table]().Split('\n')).Where(line => line.StartsWith("| receiver/", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])];

        Assert.NotEmpty(named);
        Assert.Equal(named, written.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("receiver/node")]
    [InlineData("receiver/arrival")]
    [InlineData("receiver/set")]
    [InlineData("receiver/counted")]
    [InlineData("receiver/refusals")]
    [InlineData("receiver/policies")]
    [InlineData("receiver/differences")]
    [InlineData("receiver/who-does-what")]
    public void have_as_many_cells_in_each_row_as_in_its_head(string table)
    {
        foreach (var rows in All[table]().Split("\n\n").Select(block => block.Trim().Split('\n')).Where(block => block[0].StartsWith('|')))
        {
            Assert.All(rows, row => Assert.Equal(Cells(rows[0]), Cells(row)));
        }
    }

    [Theory]
    [InlineData("    /// <summary>the set holds as many parts as it may</summary>\n", "", "Receiver.IsFull has no summary")]
    [InlineData("    /// <summary>every part is settled</summary>\n", "", "Receiver.OpenAll has no summary")]
    [InlineData("    /// <summary>its keysend preimage does not hash to its payment hash</summary>\n", "", "Arrival.KeysendOpensNothing has no summary")]
    [InlineData("    /// <summary>The clock went on.</summary>\n", "", "SetEvent.TimePassed has no summary")]
    [InlineData("    /// <summary>The share is zero, so that the others would give the root without it.</summary>\n", "", "ZeroShare has no summary")]
    [InlineData("            // the payload cannot be read\n", "", "nothing is said of receiver/05 in Take")]
    [InlineData("Stay(set).By(\"receiver/59\", \"MPP-RCV-17\")", "Stay(set)", "Receiver.Next has a row without a name: (_, TimePassed) => …")]
    [InlineData("\"receiver/59\"", "\"row 58\"", "Receiver.Next has a row without a name: (_, TimePassed) => …")]
    [InlineData("\"receiver/59\"", "\"receiver/58\"", "Receiver.Next has receiver/58 twice")]
    [InlineData("when Repeats(c.Held, p, rules)", "when c.Held.Parts == 7", "no words for 'c.Held.Parts == 7'")]
    [InlineData("{ IsRejected: true }", "{ Part.Blinded: true }", "SetEvent.PartArrived.Part.Blinded")]
    [InlineData("{ Invoice.Status: InvoiceStatus.Canceled } ", "{ Invoice.Keysend: true } ", "Invoice.Keysend")]
    [InlineData("{ SetIdTaken: true }", "{ Spontaneous: false, Offer: null }", "no words for 'Offer: null'")]
    [InlineData("/// <param name=\"SetIdTaken\">Whether its", "/// <param name=\"SetIdTaken\">Its", "does not begin with 'Whether'")]
    [InlineData("=> Hold(new Collecting(c.Held.With(p)))", "=> new Step(set, null, new Rest.Keep())", "receiver/51 gives no step that can be read")]
    [InlineData("rules.EarlyClaim is EarlyClaim.Forgets", "rules.EarlyClaim is EarlyClaim.Sold", "receiver.early-claim has no option Sold")]
    public void cannot_be_written_where_the_code_says_too_little(string from, string to, string why)
    {
        var code = Changed(from, to);

        var lack = Assert.Throws<Unwritable>(() => $"{NodeTable.Write(code)}{ArrivalTable.Write(code)}{SetTable.Write(code, Machine.Receiver)}{RefusalTables.Write(code, Counted)}");

        Assert.Contains(why, lack.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/// <summary>the set holds as many parts as it may</summary>", "/// <summary>the set is full</summary>", "| the set is full |")]
    [InlineData("By(\"receiver/58\", \"MPP-RCV-15\",", "By(\"receiver/58\", \"MPP-RCV-14\",", "| MPP-RCV-14, AMP-RCV-13, KEYSEND-03 |")]
    [InlineData("(Settled or Dead,        PartLost) ", "(_, PartLost) ", "| receiver/75 |                |")]
    [InlineData("Refusal.LostPart()", "Refusal.TimedOut()", "every part fails (timed out) | gone or dead   | MPP-RCV-19   |")]
    public void follow_the_code(string from, string to, string cell) => Assert.Contains(cell, SetTable.Write(Changed(from, to), Machine.Receiver), StringComparison.Ordinal);

    [Fact]
    public void are_stale_where_the_chapter_says_something_else()
    {
        var chapter = new RepositoryFiles(Repository.Root).Chapters().Single(c => c.File == "spec/30-receiver.md");
        Assert.DoesNotContain(TableWeaver.Weave(chapter, All).Findings, f => f.Text.Contains("is stale", StringComparison.Ordinal));

        var changed = chapter with { Text = chapter.Text.Replace("every part fails (lost part)", "nothing changes", StringComparison.Ordinal) };

        Assert.Contains("the table 'receiver/set' is stale", Assert.Single(TableWeaver.Weave(changed, All).Findings, f => f.Text.Contains("is stale", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    private static CodeFolder Counted { get; } = new RepositoryFiles(Repository.Root).Code("src/AmpSpec/Settlement/Counted");

    private static CodeFolder Changed(string from, string to)
    {
        var files = Settlement.Select(file => (File: Path.GetFileName(file), Text: File.ReadAllText(file))).ToList();
        Assert.Contains(files, file => file.Text.Contains(from, StringComparison.Ordinal));
        return new CodeFolder(files.Select(file => (file.File, file.Text.Replace(from, to, StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Quoted(string text) => text.Split('"').Where((part, at) => at % 2 == 1 && part.StartsWith("receiver/", StringComparison.Ordinal));

    private static int Cells(string row) => row.Replace(@"\|", "", StringComparison.Ordinal).Count(c => c is '|');
}
