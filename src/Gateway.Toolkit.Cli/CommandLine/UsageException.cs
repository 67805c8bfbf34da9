namespace Gateway.Toolkit.Cli.CommandLine;

/// <summary>The command line can't be understood.</summary>
internal sealed class UsageException(Verb? verb, string message) : Exception(message)
{
    /// <summary>The verb it is about; null if that is what is wrong.</summary>
    public Verb? Verb => verb;
}
