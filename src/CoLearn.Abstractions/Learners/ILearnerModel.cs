namespace CoLearn;

/// <summary>What a <see cref="LearnerAttribute">[Learner]</see> class becomes. Implemented by generated code.</summary>
public interface ILearnerModel
{
    /// <summary>The declared model.</summary>
    static abstract LearnerDefinition Definition { get; }
}
