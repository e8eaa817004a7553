using System.Text.Json.Nodes;

namespace CoLearn.Examples.Mnist;

public sealed class ResultsFileTests
{
    [Fact]
    public void Results_OfARun_HaveTheDocumentedForm()
    {
        Vote[] votes = [new("learner-1", false, VoteAnswer.None), new("learner-2", true, VoteAnswer.Abstain, Reason: "It was late.")];
        var failed = HandMade.Record(1, Outcome.Failed, ["learner-1"], votes, "It failed.");

        var written = Write(HandMade.Run(2, [HandMade.Turn(2, 0), failed]));

        Assert.Equal(
            $$"""
            {
              "collective": "mnist",
              "model": "mnist",
              "fingerprint": "f00d",
              "rule": {
                "criterion": "accuracy",
                "minimise": false,
                "ties": "byloss",
                "threshold": 0.5,
                "voteExamples": null,
                "strategy": "turns",
                "contributors": null
              },
              "seed": 7,
              "learners": [
                "learner-1",
                "learner-2"
              ],
              "data": {
                "learner-1": {
                  "trainExamples": 1600,
                  "voteExamples": 200,
                  "testExamples": 200,
                  "voteSetHash": "cafe"
                },
                "learner-2": {
                  "trainExamples": 1600,
                  "voteExamples": 200,
                  "testExamples": 200,
                  "voteSetHash": "cafe"
                }
              },
              "settings": {
                "learner-1": {
                  "BatchSize": "64",
                  "Epochs": "1"
                },
                "learner-2": {
                  "BatchSize": "64",
                  "Epochs": "1"
                }
              },
              "rounds": [
                {
                  "index": 0,
                  "outcome": "initial",
                  "proposers": [
                    "learner-2"
                  ],
                  "contributions": [],
                  "proposalHash": "{{new string('0', 64)}}",
                  "reason": null,
                  "votes": [
                    {
                      "learner": "learner-1",
                      "elector": false,
                      "vote": "none",
                      "voteScore": 0.1,
                      "testScore": 0.095,
                      "reason": null
                    },
                    {
                      "learner": "learner-2",
                      "elector": false,
                      "vote": "none",
                      "voteScore": 0.111,
                      "testScore": 0.106,
                      "reason": null
                    }
                  ],
                  "previousHash": "{{new string('0', 64)}}",
                  "hash": "{{HandMade.Turn(2, 0).Hash}}",
                  "measurements": {
                    "proposeSeconds": 3.21,
                    "voteSeconds": 0.54,
                    "acceptSeconds": 0.01,
                    "wallSeconds": 3.76
                  }
                },
                {
                  "index": 1,
                  "outcome": "failed",
                  "proposers": [
                    "learner-1"
                  ],
                  "contributions": [],
                  "proposalHash": null,
                  "reason": "It failed.",
                  "votes": [
                    {
                      "learner": "learner-1",
                      "elector": false,
                      "vote": "none",
                      "voteScore": null,
                      "testScore": null,
                      "reason": null
                    },
                    {
                      "learner": "learner-2",
                      "elector": true,
                      "vote": "abstain",
                      "voteScore": null,
                      "testScore": null,
                      "reason": "It was late."
                    }
                  ],
                  "previousHash": "{{new string('0', 64)}}",
                  "hash": "{{failed.Hash}}",
                  "measurements": {
                    "proposeSeconds": 3.21,
                    "voteSeconds": 0.54,
                    "acceptSeconds": 0.01,
                    "wallSeconds": 3.76
                  }
                }
              ],
              "meanTestScore": 0.1005,
              "unionTestScore": 0.1005,
              "measurements": {
                "totalSeconds": 12.5,
                "peakMemoryBytes": 1000,
                "threads": 1
              }
            }
            """.ReplaceLineEndings("\n"),
            written.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(Ties.ByLoss, "byloss")]
    [InlineData(Ties.Reject, "reject")]
    [InlineData(Ties.Approve, "approve")]
    public void Results_Ties_AreNamedAsOnTheCommandLine(Ties ties, string name)
    {
        var run = new CollectiveRun(HandMade.Status(1) with { Rule = new CollectiveRule { Ties = ties } });

        Assert.Equal(name, (string?)JsonNode.Parse(Write(run))!["rule"]!["ties"]);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 2)]
    public void Results_OfAverages_SayWhoGaveWhat(int contributors, int said)
    {
        var run = HandMade.Averages(3, [HandMade.Average(3, 1, leftOut: "learner-2")], contributors);

        var written = JsonNode.Parse(Write(run))!;

        Assert.Equal(("average", said), ((string?)written["rule"]!["strategy"], (int)written["rule"]!["contributors"]!));
        var round = written["rounds"]![0]!;
        Assert.Equal(["learner-1", "learner-3"], round["proposers"]!.AsArray().Select(learner => (string?)learner));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                [
                  {"learner": "learner-1", "weightsHash": "abcd", "trainExamples": 1600, "reason": null},
                  {"learner": "learner-2", "weightsHash": null, "trainExamples": 0, "reason": "It was late."},
                  {"learner": "learner-3", "weightsHash": "abcd", "trainExamples": 1600, "reason": null}
                ]
                """),
            round["contributions"]));
        Assert.All(round["votes"]!.AsArray(), vote => Assert.True((bool)vote!["elector"]!));
    }

    [Fact]
    public void Results_OfTheBaseline_StandInABlockOfTheirOwn()
    {
        var baseline = new BaselineResult(
            new BaselineTraining(4, [new("learner-1", 0.9, 0.8), new("learner-2", 0.7, 0.6)]),
            new BaselineTraining(20, [new("learner-1", 0.95, 0.85), new("learner-2", null, null)]));

        var written = JsonNode.Parse(Write(HandMade.Run(2, rounds: 0), baseline))!.AsObject();

        Assert.Equal(
            [
                "collective", "model", "fingerprint", "rule", "seed", "learners", "data", "settings", "rounds",
                "meanTestScore", "unionTestScore", "individual", "measurements",
            ],
            written.Select(property => property.Key));
        Assert.Null(written["meanTestScore"]);
        Assert.Null(written["unionTestScore"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "sameTotal": {
                    "proposals": 4, "meanOwnScore": 0.8, "meanUnionScore": 0.7,
                    "learners": [
                      {"learner": "learner-1", "ownScore": 0.9, "unionScore": 0.8},
                      {"learner": "learner-2", "ownScore": 0.7, "unionScore": 0.6}
                    ]
                  },
                  "sameEach": {
                    "proposals": 20, "meanOwnScore": 0.95, "meanUnionScore": 0.85,
                    "learners": [
                      {"learner": "learner-1", "ownScore": 0.95, "unionScore": 0.85},
                      {"learner": "learner-2", "ownScore": null, "unionScore": null}
                    ]
                  }
                }
                """),
            Rounded(written["individual"]!)));
    }

    // Means carry the last bit of a double.
    private static JsonNode Rounded(JsonNode individual)
    {
        foreach (var training in new[] { "sameTotal", "sameEach" })
        {
            foreach (var mean in new[] { "meanOwnScore", "meanUnionScore" })
                individual[training]![mean] = Math.Round((double)individual[training]![mean]!, 9);
        }

        return JsonNode.Parse(individual.ToJsonString())!;
    }

    private static string Write(CollectiveRun run, BaselineResult? baseline = null)
    {
        using var scratch = new Scratch();
        ResultsFile.Write(scratch.File("r.json"), run, baseline, new(TotalSeconds: 12.5, PeakMemoryBytes: 1000, Threads: 1));
        Assert.Equal(["r.json"], scratch.Names);
        return File.ReadAllText(scratch.File("r.json"));
    }
}
