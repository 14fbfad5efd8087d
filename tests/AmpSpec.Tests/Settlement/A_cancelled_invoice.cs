using AmpSpec.Modelling;
using AmpSpec.Primitives;
using AmpSpec.Settlement;
using Xunit;

namespace AmpSpec.Tests.Settlement;

[Requirement("AMP-RCV-17", "MPP-RCV-31")]
public sealed class A_cancelled_invoice
{
    [Fact]
    public void stays_cancelled_when_a_keysend_part_for_its_hash_settles()
    {
        var rules = Rules.Ours with { KeysendToInvoice = KeysendToInvoice.Apart, KeyedBy = KeyedBy.Hash, AcceptKeysend = true };
        var receiving = Receiving.Under(rules, Receiving.Mpp);
        Assert.Empty(receiving.On(new NodeEvent.InvoiceCanceled(Receiving.Secret)));
        Assert.Equal(["1 settles"], receiving.Offers(Receiving.Part(1, 400, says: payload => payload with { PaymentData = null, KeysendPreimage = Receiving.Opens })).Show());
        Assert.Equal(InvoiceStatus.Canceled, receiving.Node.Invoices[0].Status);
    }
}
