namespace CoLearn.LedgerVerify;

/// <summary>What a learner's word is worth to the file.</summary>
internal enum Verdict
{
    /// <summary>The file has the record that the learner confirmed.</summary>
    Agrees,

    /// <summary>The learner confirmed rounds that the file ends before.</summary>
    Lacks,

    /// <summary>The file has another record at the round that the learner confirmed.</summary>
    Contradicts,

    /// <summary>The learner did not answer.</summary>
    Unreachable,

    /// <summary>The learner has not confirmed any round.</summary>
    NeverConfirmed,
}
