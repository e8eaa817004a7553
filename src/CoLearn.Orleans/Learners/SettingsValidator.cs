namespace CoLearn.Learners;

/// <summary>Refuses to start a silo whose learners' settings cannot be used. Orleans asks it before anything runs.</summary>
internal sealed class SettingsValidator(HostedLearners hosted) : IConfigurationValidator
{
    public void ValidateConfiguration()
    {
        if (SettingsCheck.Mistakes(hosted.All) is { Count: > 0 } mistakes)
            throw new LearnerSettingsException(mistakes);
    }
}
