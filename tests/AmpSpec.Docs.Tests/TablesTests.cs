using AmpSpec.Docs;
using Xunit;

namespace AmpSpec.Docs.Tests;

public sealed class A_table_of_the_chapters
{
    [Theory]
    [InlineData("derivations", "| `lnd`     | SHA256(root ‖ share ‖ be32(index)) | 2^32 - 1      |")]
    [InlineData("derivations", "| `og18-1`  | SHA256(root ‖ index in 1 byte)     | 2^8 - 1       |")]
    [InlineData("derivations", "| `rusty18` | 12 zero bytes ‖ XOR of the pieces  | none          |")]
    [InlineData("features", "| 16/17   | `basic_mpp`                      | `payment_secret` (not in B, 12) | I N 9 12 | BOLT 9            |")]
    [InlineData("failure-codes", @"| 400f | PERM\|15           | `incorrect_or_unknown_payment_details`  | htlc_msat u64, height u32 | BOLT 4            |")]
    [InlineData("failure-codes", @"| c018 | BADONION\|PERM\|24 | `invalid_onion_blinding`                | sha256_of_onion 32 bytes | BOLT 4            |")]
    [InlineData("payload-records", "| 6          | `short_channel_id`         | 8        |        |                | needed     |                     |")]
    [InlineData("payload-records", "| 8          | `payment_data`             | 32 to 40 | may    |                |            |                     |")]
    [InlineData("payload-records", "| 10         | `encrypted_recipient_data` | any      |        | needed         |            | needed              |")]
    [InlineData("payload-records", "| 14         | `amp`                      | 64 to 68 | may    |                |            |                     |")]
    [InlineData("payload-records", "| from 65536 | custom                     | any      | may    |                | may        |                     |")]
    [InlineData("operations", "| `bigsize.decode`")]
    [InlineData("errors", "| `amp/preimage-mismatch`")]
    public void says_what_the_code_says(string table, string row) =>
        Assert.Contains(Tables.Of(Repository.Root)[table]().Split('\n'), line => line.StartsWith(row, StringComparison.Ordinal));

    [Theory]
    [InlineData("derivations")]
    [InlineData("failure-codes")]
    [InlineData("features")]
    [InlineData("operations")]
    [InlineData("errors")]
    [InlineData("payload-records")]
    [InlineData("policies")]
    public void has_as_many_cells_in_each_row_as_in_its_head(string table)
    {
        var rows = Tables.Of(Repository.Root)[table]().TrimEnd().Split('\n');

        Assert.All(rows, row => Assert.Equal(Cells(rows[0]), Cells(row)));
    }

    private static int Cells(string row) => row.Replace(@"\|", "", StringComparison.Ordinal).Count(c => c is '|');
}
