using System.Text.Json.Nodes;

namespace CoLearn;

public sealed class YamlTests
{
    [Fact]
    public void Parse_AnchorsMergesAndScalars_AreAsTheirReadersTakeThem()
    {
        var found = Yaml.Parse("x: &x { a: 1, b: '1' }\ny:\n  <<: *x\n  d: true\n  c:\nz: [no, 1.5, 0.0.0.0]");

        var expected = JsonNode.Parse("""{ "x": { "a": 1, "b": "1" }, "y": { "a": 1, "b": "1", "d": true, "c": null }, "z": [ "no", "1.5", "0.0.0.0" ] }""");
        Assert.True(JsonNode.DeepEquals(expected, found), found.ToJsonString());
    }
}
