namespace CoLearn.Exchange;

/// <summary>What a silo holds itself, whatever its learners are given.</summary>
internal static class HeldHereExtensions
{
    /// <summary>What is served to other silos: a silo that is asked must not ask others in turn.</summary>
    public static IWeightsStore HeldHere(this IWeightsStore store) => store is PulledWeightsStore pulled ? pulled.Here : store;
}
