namespace System.Runtime.CompilerServices;

// What the compiler needs for init accessors and records; .NET Standard 2.0 does not have it.
internal static class IsExternalInit;
