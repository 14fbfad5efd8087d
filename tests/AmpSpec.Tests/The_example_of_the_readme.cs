using AmpSpec.Derivation;
using AmpSpec.Modelling;
using AmpSpec.Primitives;
using Xunit;
using static AmpSpec.Primitives.Bytes32;

namespace AmpSpec.Tests;

[Requirement("AMP-DRV-01", "AMP-DRV-10")]
public sealed class The_example_of_the_readme
{
    [Fact]
    public void prints_what_the_readme_says()
    {
        using var console = new StringWriter();
        Run(console);
        Assert.Equal(Printed, console.ToString().ReplaceLineEndings("\n"));
    }

    private static void Run(TextWriter console)
    {
        #region readme
        var root = new RootSeed(Parse("5c5cc8e53e7d989b0e6adfde30bb84d9d21b9dff45eeb7432d039cd667d9749f"));
        var left = new Share(Parse("2c75524aab3da6a1f76ffa8bd90231b26074e746d43fbc7b17c9e68a6ee51145"));   // 32 random bytes in real life

        if (Sharer.Of(root).Split(left, new ChildIndex(0)) is Derived<Issued>.Ok(var first)                // one part for the first route
            && first.Sharer.Last(new ChildIndex(1)) is Derived<Issued>.Ok(var last))                       // and one for the second
        {
            Seq<SeenPart> arrived = [new(last.Sharer.Live[1].Share, new(1), last.Child.Hash), new(left, new(0), first.Child.Hash)];
            var payee = Reconstruction.Of(ChildDerivation.Lnd, arrived);                                   // in any order
            console.WriteLine(payee is Derived<Reconstruction>.Ok(var set) && set.Children[0] == last.Child ? "all or nothing: all" : "nothing");
            console.WriteLine(Reconstruction.Of(ChildDerivation.Lnd, [arrived[0]]));                       // one part alone opens nothing
        }
        #endregion
    }

    private const string Printed = "all or nothing: all\nRefused { Error = amp/preimage-mismatch at [0] [AMP-DRV-02] }\n";
}
