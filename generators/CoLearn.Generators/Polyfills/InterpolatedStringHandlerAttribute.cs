namespace System.Runtime.CompilerServices;

// Handlers of interpolated strings need it, and .NET Standard 2.0 lacks it.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
