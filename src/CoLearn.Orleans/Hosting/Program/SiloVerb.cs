namespace CoLearn.Hosting;

/// <summary>What a program that is a silo can do.</summary>
internal enum SiloVerb
{
    Run,
    Check,
    Models,
}
