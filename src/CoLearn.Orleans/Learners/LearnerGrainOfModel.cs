namespace CoLearn.Learners;

/// <summary>The grain of a model's learners; derived classes are generated beside <see cref="LearnerAttribute">[Learner]</see> classes.</summary>
/// <typeparam name="TModel">The learner's model.</typeparam>
public abstract class LearnerGrain<TModel> : LearnerGrain
    where TModel : ILearnerModel
{
    /// <summary>Made by Orleans.</summary>
    /// <param name="services">What the silo provides.</param>
    protected LearnerGrain(LearnerServices services)
        : base(services, TModel.Definition)
    {
    }
}
