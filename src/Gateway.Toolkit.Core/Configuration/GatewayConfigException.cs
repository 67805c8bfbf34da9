namespace Gateway.Toolkit;

/// <summary>The configuration can't be used. The message lists every error on a line of its own.</summary>
public sealed class GatewayConfigException : Exception
{
    /// <summary>Makes the exception from all that is wrong.</summary>
    public GatewayConfigException(IReadOnlyList<GatewayConfigError> errors)
        : base("The gateway's configuration has errors:" + string.Concat(errors.Select(error => $"{Environment.NewLine}  {error}"))) =>
        Errors = errors;

    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<GatewayConfigError> Errors { get; }
}
