namespace System.Runtime.CompilerServices;

// Handlers of interpolated strings need it, and .NET Standard 2.0 lacks it.
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class InterpolatedStringHandlerArgumentAttribute(string argument) : Attribute
{
    public string[] Arguments { get; } = [argument];
}
