namespace AmpSpec.Conformance.Vectors;

/// <summary>What is wrong with a file, and where.</summary>
/// <param name="File">The path as it was given.</param>
/// <param name="Line">From 1; 0 where the file as a whole is meant.</param>
/// <param name="Rule">One of <see cref="Rules"/>.</param>
/// <param name="Text">The place and the value, for people.</param>
public sealed record Problem(string File, int Line, string Rule, string Text)
{
    /// <summary><c>file:line: rule: text</c>.</summary>
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : "")}: {Rule}: {Text}";
}

/// <summary>The rules that a suite must keep, by the names under which their breach is reported.</summary>
public static class Rules
{
#pragma warning disable CS1591 // each is said in its second column
    public const string Missing = "missing";               // there is no such file or folder
    public const string Unreadable = "unreadable";         // it cannot be opened or read
    public const string Layout = "layout";                 // a folder holds vector files and our own auxiliaries, no links, not too deep
    public const string Size = "size";                     // at most SuiteLimits.File bytes, and SuiteLimits.Suite together
    public const string Utf8 = "utf-8";                    // strictly UTF-8, no byte order mark
    public const string Json = "json";                     // one JSON value, nothing behind it
    public const string Depth = "depth";                   // nested at most SuiteLimits.Depth deep
    public const string DuplicateMember = "duplicate-member"; // no member twice in one object
    public const string Number = "number";                 // a number is digits, with a minus at most; never -0, a fraction or an exponent
    public const string Format = "format";                 // ampspec-vectors/1.x, x known
    public const string Op = "op";                         // an operation that we know
    public const string Schema = "schema";                 // vectors/schemas/OP.schema.json
    public const string File = "file";                     // the member says the path
    public const string GroupUnique = "group-unique";      // no group name twice in a file
    public const string Given = "given";                   // given and input have no member in common, and together all that is needed
    public const string Roundtrip = "roundtrip";           // an operation that we know
    public const string IdForm = "id-form";                // the file's op, a slash, a slug
    public const string IdUnique = "id-unique";            // no id twice in the suite
    public const string Control = "control";               // an invalid case of ours names a valid one of the same op
    public const string Source = "source";                 // each case of an external file says where it comes from, none of ours does
    public const string RequirementForm = "requirement-form"; // AREA-PART-NN; at least one for each case
    public const string RequirementKnown = "requirement-known"; // stands in spec/
    public const string FlagDeclared = "flag-declared";    // a flag used is explained in the file
    public const string FlagUsed = "flag-used";            // (lint) a flag explained is used
    public const string ErrorClass = "error-class";        // the op gives that class in that phase (registry/errors.json)
    public const string Policy = "policy";                 // name=option of registry/policies.json, each once, and they differ in what they expect
    public const string Scenario = "scenario";            // what a recorded scenario says fits together: parts, invoices, hashes, codes
    public const string Profile = "profile";              // the implementation of a recorded scenario has a profile
    public const string Canonical = "canonical";           // (lint) the one formatting
    public const string Generated = "generated";           // (lint) what the code writes stands on disk
#pragma warning restore CS1591
}

/// <summary>The bounds within which a suite is read.</summary>
public static class SuiteLimits
{
    /// <summary>The bytes of a file.</summary>
    public const int File = 16 << 20;

    /// <summary>The bytes of all files together.</summary>
    public const int Suite = 64 << 20;

    /// <summary>How deep JSON is nested.</summary>
    public const int Depth = 32;

    /// <summary>How deep folders are nested.</summary>
    public const int Folders = 16;

    /// <summary>How many problems are told of one suite.</summary>
    public const int Problems = 100;

    /// <summary>How long a pipe may stay silent.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);
}
