namespace AmpSpec.Conformance.Sessions;

/// <summary>How a session is played and answered, in words: what the forms of <c>session.run</c> do not say.</summary>
internal static class SessionNotes
{
    /// <summary>Sections of Markdown.</summary>
    public static string Page { get; } = $$$$"""
        ## How it is played

        `given` makes a payee with invoices, a clock and a height. Each of `steps` is one event and has one answer. What a payee does stands in [chapter 30](../../spec/30-receiver.md); this page says how it is asked.
        A step may hold what a vector expects of it (`expect`). Whoever plays a session does without: only its form is looked at.

        | verb | what it does |
        | --- | --- |
        {{{{string.Join('\n', SessionForms.Verbs.Select(verb => $"| `{verb.Verb}` | {verb.Does} |"))}}}}

        Every event has a clock and a height. `at_ms` and `height` are absolute. One that is behind what was seen moves nothing back. `advance` is for cases that fit receivers with other timers: the clock is then the clock as it stands, plus the set timeout, plus `set_timeout` ms. It must not fall below 0.

        ## What is answered

        `steps` holds one answer for each step, at the same place:

        | the step is | its answer |
        | --- | --- |
        | done | `{"outputs": […], "state": {"sets": {…}}}`; `outputs` is empty where nothing leaves |
        | refused | `{"error": {"phase": …, "class": …}}`; nothing has changed, clock and height neither, and the session goes on |

        - A set is named by its payment hash, an AMP set by its set id. Where two undecided sets would have one name, both are named `<hash>/<payment_secret>`, or `<set id>/<payment_secret>`. Where even these are the same, an AMP set has `/amp` behind its name.
        - Outputs are compared in any order, unless `expect.order` is true. `state` is compared where it is expected.
        - There is an order all the same, and `delivered` counts in it: what timers fail, then what deadlines fail, then what is asked, then deadlines again. Within each, sets come in the order in which they began, and parts in the order in which they were accepted. The part that the event is about comes last, and `claimable` after it.

        ## What is refused

        | what is wrong | what is refused |
        | --- | --- |
        | the form: a kind, a range, a verb, a member that is missing; in whichever step, and in `expect` too | the session: phase `input`, `input/malformed`; nothing is played |
        | an invoice: a feature without a name in chapter 10, a preimage that does not give the hash, `hold` with AMP, an `id` that stands twice, or one that is found by the same as another (30.15) | the session, likewise |
        | `htlc` with neither `payload` nor `payload_hex`; with both of `cltv_expiry` and `cltv`, or neither | the step: phase `input`, `input/malformed` |
        | `set` with both of `payment_hash` and `set_id`, or neither | the step, likewise |
        | `set.settle` of a complete set, with a preimage that does not give its hash, or without one where the payee knows none | the step: phase `session`, `session/wrong-preimage` |
        | a payload that cannot be read | nothing; the part fails, as chapter 30 has it |

        Names of parts and sets that are not there are no mistake. Members that no form names are passed over in a request; a vector file may not have any.

        ## Payloads

        `payload_hex` is what a reader gets, without the outer length. `payload` is for people who write cases: it is written as `payload.final.encode` writes it, and then read. Two things differ from bytes:

        | | `payload` | `payload_hex` |
        | --- | --- | --- |
        | several types are at fault | what `payload.final.encode` names is told (decision 0007) | the lowest type is told (MPP-WIRE-04) |
        | `custom` | types below 65536 that are odd are left out; an even one, and any type that has a member of its own (keysend's 5482373484 too), makes a payload that cannot be read | a record is what its type says |

        ## Expiries

        `cltv` gives an expiry that fits receivers with other margins: height + least + `min_final`. The height is that of the step, also where it is behind, else the height as it stands. The least is what the first invoice of `given` asks, whoever is paid, and at least the margin; without invoices it is the margin.
        The result is kept within 0 and 4294967295. It is reckoned when the part is offered, not when it is committed.

        ## Draws

        Draw k, from 1, is SHA-256 of the text `SEED/k` in ASCII: with the seed `x`, `x/1`, `x/2` and so on. For each invoice in order, first a missing secret is drawn, then a missing preimage, unless there is a hash or the invoice is AMP. Where nothing is missing nothing is drawn.
        """;
}
