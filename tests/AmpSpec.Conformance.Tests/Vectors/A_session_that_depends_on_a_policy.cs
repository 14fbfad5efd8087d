using System.Text.Json.Nodes;
using AmpSpec.Conformance.Generating;
using AmpSpec.Conformance.Vectors;
using Xunit;

namespace AmpSpec.Conformance.Tests.Vectors;

/// <summary>Its steps expect nothing: each policy says what it expects of all of them.</summary>
public sealed class A_session_that_depends_on_a_policy : IDisposable
{
    private const string Differences = "settlement/differences.json";

    private readonly SuiteFolder _folder = new SuiteFolder(empty: true)
        .Write(Differences, CanonicalJson.Format(OwnSuite.Files().Single(file => file.File == "settlement/differences").Json));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void is_read() => Assert.Empty(_folder.Problems());

    [Fact]
    public void is_refused_where_a_step_expects_something()
    {
        _folder.Edit(Differences, json => SuiteFolder.At(json, "/groups/0/cases/0/input/steps/1")["expect"] = new JsonObject { ["outputs"] = new JsonArray() });

        Assert.Contains("/groups/0/cases/0/input/steps/1/expect: each policy says what it expects, not the step", Assert.Single(_folder.Problems()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void is_refused_where_a_policy_expects_an_output_that_there_is_not()
    {
        _folder.Edit(Differences, json => SuiteFolder.At(json, "/groups/0/cases/0/expect/allow/0/expect/steps/1/outputs/0")["is"] = "lost");

        Assert.Contains(_folder.Problems(), problem => problem.Rule == Rules.Schema && problem.Text.Contains("/groups/0/cases/0/expect/allow/0/expect/steps/1/outputs/0/is", StringComparison.Ordinal));
    }
}
