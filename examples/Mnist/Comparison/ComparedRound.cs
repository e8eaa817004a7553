namespace CoLearn.Examples.Mnist;

/// <summary>What a comparison needs of a round.</summary>
/// <param name="Accepted">Whether its proposal was accepted.</param>
/// <param name="Score">The mean over learners of the test scores of the accepted weights after it.</param>
/// <param name="OwnSeconds">How long it would take if each site had a machine of its own: computed.</param>
/// <param name="WorkSeconds">How long it took where one machine did everything, one after the other: measured.</param>
internal sealed record ComparedRound(bool Accepted, double Score, double OwnSeconds, double WorkSeconds);
