namespace AmpSpec.Conformance.Scenarios;

/// <summary>A recorded scenario that is wrong about its implementation.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Difference">The one difference that is to be expected.</param>
/// <param name="Why">Why the record is wrong, and the line that shows it.</param>
public sealed record Disagreement(string Id, string Difference, string Why);

/// <summary>All of them. A difference elsewhere, or none at all, is a failure.</summary>
public static class Disagreements
{
    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<Disagreement> All { get; } =
    [
        new(
            "ldk-28-underpaying-limit", "expect.steps[1].p2.state: expected \"accepted\", answered \"failed\"",
            "the test asks create_recv_pending_htlc_info alone, which reads an onion and knows no invoices; a node fails a part for an unknown hash "
            + "(lightning/src/ln/channelmanager.rs at cfee4b75593b, reject_excessively_underpaying_htlcs, line 22390; process_receive_htlcs, \"payment verification failed\")"),
    ];

    /// <summary>What is known about a scenario, or null.</summary>
    public static Disagreement? Find(string id) => All.FirstOrDefault(d => d.Id == id);
}
