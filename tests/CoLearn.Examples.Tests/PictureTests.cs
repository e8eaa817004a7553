using System.Xml.Linq;
using SkiaSharp;

namespace CoLearn.Examples.Mnist;

public sealed class PictureTests
{
    [Theory]
    [InlineData("rounds.png")]
    [InlineData("rounds.svg")]
    public void Picture_EitherName_IsDrawnInBothFormats(string name)
    {
        using var scratch = new Scratch();

        new RoundsPicture(scratch.File(name), rounds: 20).Draw(HandMade.Run(learners: 5, rounds: 20));

        Assert.Equal(["rounds.png", "rounds.svg"], scratch.Names);
        using var png = SKBitmap.Decode(scratch.File("rounds.png"));
        Assert.Equal((2160, 1376), (png.Width, png.Height));
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal(svg + "svg", XDocument.Load(scratch.File("rounds.svg")).Root!.Name);
    }

    [Fact]
    public void Picture_CellsOfTheMatrix_HaveTheColoursOfTheVotes()
    {
        using var scratch = new Scratch();
        VoteAnswer[] answers = [VoteAnswer.None, VoteAnswer.Approve, VoteAnswer.Reject, VoteAnswer.Abstain];
        var votes = HandMade.Names(4).Zip(answers, (name, answer) => new Vote(name, answer != VoteAnswer.None, answer, 0.9, 0.1, 0.9)).ToList();
        var run = HandMade.Run(4, [HandMade.Turn(4, 0), HandMade.Record(1, Outcome.Rejected, ["learner-1"], votes)]);

        new RoundsPicture(scratch.File("p.png"), rounds: 1).Draw(run);

        // The upper quarter of round 1's cells, beside any mark in the middle of them.
        using var png = SKBitmap.Decode(scratch.File("p.png"));
        var cells = Enumerable.Range(0, 4).Select(row => png.GetPixel(2 * 730, (2 * (420 + 46)) + (int)(2 * 34 * (row + 0.2)))).ToArray();
        Assert.Equal([Colour(Palette.None), Colour(Palette.Approve), Colour(Palette.Reject), Colour(Palette.Abstain)], cells);
    }

    [Fact]
    public void Picture_OfAverages_HasVotesWithDotsAboveTheMeansRow()
    {
        using var scratch = new Scratch();
        var run = HandMade.Averages(3, [HandMade.Average(3, 0), HandMade.Average(3, 1, leftOut: "learner-2")]);

        new RoundsPicture(scratch.File("p.png"), rounds: 1).Draw(run);

        // Four rows of 34 points; in the middle of a contributor's cell is its dot.
        using var png = SKBitmap.Decode(scratch.File("p.png"));
        var middle = (int)(2 * (96 + (960 * 1.6 / 2.2)));
        var cells = Enumerable.Range(0, 4).Select(row => png.GetPixel(2 * 730, (2 * (420 + 46)) + (int)(2 * 34 * (row + 0.2)))).ToArray();
        var dots = Enumerable.Range(0, 3).Select(row => png.GetPixel(middle, (2 * (420 + 46)) + (int)(2 * 34 * (row + 0.5)))).ToArray();
        Assert.Equal([Colour(Palette.Approve), Colour(Palette.Approve), Colour(Palette.Approve), Colour(Palette.None)], cells);
        Assert.Equal([Colour(Palette.Ink), Colour(Palette.Approve), Colour(Palette.Ink)], dots);
    }

    [Fact]
    public void Picture_AcceptedAndRejectedProposal_AreMarkedDifferently()
    {
        using var scratch = new Scratch();
        var votes = HandMade.Names(2).Select(name => new Vote(name, false, VoteAnswer.None, 0.9, 0.1, 0.9)).ToList();
        foreach (var outcome in new[] { Outcome.Accepted, Outcome.Rejected })
        {
            var run = HandMade.Run(2, [HandMade.Turn(2, 0), HandMade.Record(1, outcome, ["learner-2"], votes)]);
            new RoundsPicture(scratch.File($"{outcome}.png"), rounds: 1).Draw(run);
        }

        Assert.NotEqual(File.ReadAllBytes(scratch.File("Accepted.png")), File.ReadAllBytes(scratch.File("Rejected.png")));
    }

    [Fact]
    public void Picture_DrawnAgain_ReplacesTheOldOneWhole()
    {
        using var scratch = new Scratch();
        var picture = new RoundsPicture(scratch.File("p.png"), rounds: 3);
        picture.Draw(HandMade.Run(learners: 3, rounds: 1));
        using var reader = new FileStream(picture.PngPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var before = new byte[reader.Length];

        picture.Draw(HandMade.Run(learners: 3, rounds: 3));

        // Who had opened the old picture still reads it to its end; nothing else is left behind.
        reader.ReadExactly(before);
        using var old = SKBitmap.Decode(before);
        Assert.Equal(2160, old.Width);
        Assert.NotEqual(before, File.ReadAllBytes(picture.PngPath));
        Assert.Equal(["p.png", "p.svg"], scratch.Names);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 20)]
    [InlineData(30, 100)]
    public void Picture_AnyNumberOfLearnersAndRounds_IsDrawn(int learners, int rounds)
    {
        using var scratch = new Scratch();

        new RoundsPicture(scratch.File("p.png"), rounds).Draw(HandMade.Run(learners, rounds));

        using var png = SKBitmap.Decode(scratch.File("p.png"));
        Assert.Equal(2160, png.Width);
    }

    [Fact]
    public void Picture_RoundsWithoutScores_IsDrawn()
    {
        using var scratch = new Scratch();
        var votes = HandMade.Names(3).Select(name => new Vote(name, true, VoteAnswer.Abstain, Reason: "No data.")).ToList();
        var initial = HandMade.Record(0, Outcome.Initial, ["learner-1"], votes);
        var run = HandMade.Run(3, [initial, HandMade.Record(1, Outcome.Failed, ["learner-1"], [], "It failed.")]);

        new RoundsPicture(scratch.File("p.png"), rounds: 1).Draw(run);

        using var png = SKBitmap.Decode(scratch.File("p.png"));
        Assert.Equal(2160, png.Width);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(20, 1)]
    [InlineData(26, 2)]
    [InlineData(100, 5)]
    [InlineData(250, 10)]
    [InlineData(10000, 500)]
    public void RoundStep_LastRound_LeavesRoomBetweenTicks(int last, int step) => Assert.Equal(step, Lettering.RoundStep(last));

    [Fact]
    public void Font_EveryLetterOfThePicture_IsInIt()
    {
        using var font = SKTypeface.FromFile(Path.Combine(AppContext.BaseDirectory, "Pictures", "DejaVuSans-Subset.ttf"));
        var headings = new[] { ScorePlot.Heading, VoteMatrix.HeadingOf(averages: false), VoteMatrix.HeadingOf(averages: true) }
            .SelectMany(heading => heading.Keys.Select(key => key.Text).Append(heading.Title));
        var letters = string.Concat(headings) + string.Concat(Enumerable.Range(32, 95).Select(code => (char)code));

        Assert.DoesNotContain(letters, letter => font.GetGlyph(letter) == 0);
    }

    private static SKColor Colour(ScottPlot.Color colour) => new(colour.R, colour.G, colour.B);
}
