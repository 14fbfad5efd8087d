namespace AmpSpec.Primitives;

/// <summary>Names one AMP payment to an invoice: 32 bytes, chosen by the payer. Public to the payee.</summary>
/// <source>lnd record/amp.go: set_id</source>
public readonly record struct SetId(Bytes32 Value)
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();
}
