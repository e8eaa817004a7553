namespace System.Runtime.CompilerServices;

// Records need it, and .NET Standard 2.0 lacks it.
internal static class IsExternalInit;
