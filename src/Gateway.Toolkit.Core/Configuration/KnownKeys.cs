namespace Gateway.Toolkit;

/// <summary>What to say about a key that no registered module owns.</summary>
internal static class KnownKeys
{
    public static string Message(string key, ModuleLevels level, IReadOnlyCollection<string> registered) =>
        $"unknown key{NameSuggestions.Hint(key, registered)}";
}
