namespace CoLearn;

/// <summary>What was wrong with a learner's answer.</summary>
[GenerateSerializer, Alias("colearn.VoteFault")]
public enum VoteFault
{
    /// <summary>Its evaluation ended with an error; it abstains.</summary>
    Failed,

    /// <summary>It did not answer within the voting deadline; it abstains.</summary>
    Late,

    /// <summary>It could not be reached for longer than the grace; it abstains.</summary>
    Lost,

    /// <summary>Its score is not a finite number; it rejects.</summary>
    NotFinite,

    /// <summary>It answered again with another vote; the first counts.</summary>
    Contradictory,

    /// <summary>It answered for another round or another proposal only; it abstains.</summary>
    Misaddressed,
}
