using System.Text.Json.Nodes;
using AmpSpec.Conformance.Operations;
using AmpSpec.Wire;

namespace AmpSpec.Conformance.External;

/// <summary>A whole payload and a source's verdict on it, at the end of the path or at a hop.</summary>
internal static class PayloadCases
{
    private static readonly Target FinalRead = new("payload.final.decode", "read", "MPP-WIRE-01", "AMP-WIRE-01", "MPP-WIRE-03", "MPP-WIRE-05", "MPP-WIRE-06");
    private static readonly Target FinalRefused = new("payload.final.decode", "refused", "MPP-WIRE-02", "MPP-WIRE-03", "MPP-WIRE-05", "MPP-WIRE-06");
    private static readonly Target ForwardRead = new("payload.forward.decode", "read", "MPP-WIRE-02", "MPP-WIRE-03");
    private static readonly Target ForwardRefused = new("payload.forward.decode", "refused", "MPP-WIRE-02", "MPP-WIRE-03", "AMP-WIRE-05", "MPP-WIRE-06");

    /// <summary>A payload that the source takes.</summary>
    /// <param name="c">Where the case goes.</param>
    /// <param name="e">Where it comes from.</param>
    /// <param name="final">Whether it is the payee's.</param>
    /// <param name="stream">Without its outer length.</param>
    /// <param name="pathKey">Whether a path key came with the offer; null where the source does not say.</param>
    /// <param name="stated">What the source says about it, under our names.</param>
    /// <param name="suffix">Tells apart two cases of one entry.</param>
    public static void Good(Conversion c, Element e, bool final, byte[] stream, bool? pathKey, JsonObject stated, string suffix = "")
    {
        var expect = Payloads.Checked(e, final ? Payloads.Final(stream) : Payloads.Forward(stream), stated);
        if (final && Taken(stream) is var (policy, option))
        {
            c.Choice(FinalRead, e, Input(stream, pathKey), Policy(policy), option, expect, suffix);
        }
        else
        {
            c.Valid(final ? FinalRead : ForwardRead, e, Input(stream, pathKey), expect, suffix);
        }
    }

    /// <summary>A payload that the source refuses.</summary>
    /// <param name="c">Where the case goes.</param>
    /// <param name="e">Where it comes from.</param>
    /// <param name="final">Whether it is the payee's.</param>
    /// <param name="stream">Without its outer length.</param>
    /// <param name="pathKey">Whether a path key came with the offer; null where the source does not say.</param>
    /// <param name="class">Our class for what the source says; null where it does not say.</param>
    /// <param name="type">The type that the source names.</param>
    /// <param name="suffix">Tells apart two cases of one entry.</param>
    public static void Bad(Conversion c, Element e, bool final, byte[] stream, bool? pathKey, string? @class, ulong? type = null, string suffix = "")
    {
        var to = final ? FinalRefused : ForwardRefused;
        if (@class is null)
        {
            c.Refused(to, e, Input(stream, pathKey), suffix);
        }
        else if (final && Refused(stream, @class, type) is var (policy, option))
        {
            c.Choice(to, e, Input(stream, pathKey), Policy(policy), option, new Answer.Refuse(Phase.Decode, @class, "").AsExpectation(), suffix);
        }
        else
        {
            c.Invalid(to, e, Input(stream, pathKey), @class, suffix);
        }
    }

    /// <summary>The policy of this name.</summary>
    public static Policy Policy(string name) => Policies.All.Single(policy => policy.Name == name);

    // what some sources take and we refuse
    private static (string Policy, string Option)? Taken(byte[] stream)
    {
        var types = Bytes.Records(stream).Select(r => r.Type).ToHashSet();
        return types.Contains(10) ? types.Contains(18) ? null : ("payload.blinded.total-amount", "optional")
            : types.Contains(18) ? ("payload.record-18", "cleartext")
            : types.Contains(6) ? ("payload.final.short-channel-id", "ignored")
            : null;
    }

    // what some sources refuse and we take, or refuse for another reason
    private static (string Policy, string Option)? Refused(byte[] stream, string @class, ulong? type) =>
        @class == ErrorClass.MissingType && type == 8 ? ("payload.final.payment-data", "required")
        : @class == ErrorClass.ForbiddenType && Bytes.Records(stream)[0].Type < 2 ? ("payload.offender", "placement-first")
        : null;

    private static JsonObject Input(byte[] stream, bool? pathKey) => Json.Of(("payload", Json.Hex(stream)), ("update_add_path_key", pathKey));
}
