namespace Gateway.Toolkit;

/// <summary>One thing wrong with the configuration.</summary>
/// <param name="Path">Where it stands, such as <c>Gateway:Routes:orders:Cache:Ttl</c>.</param>
/// <param name="Origin">Where it was written.</param>
/// <param name="Message">What is wrong, what is allowed, and what to write instead.</param>
/// <param name="IsWarning">Whether the configuration is usable all the same.</param>
public sealed record GatewayConfigError(string Path, GatewayConfigOrigin Origin, string Message, bool IsWarning = false)
{
    /// <summary>One line: path, line, message and, where a file is known, the position in it.</summary>
    public override string ToString() => Origin.Line == 0
        ? $"{Path}: {Message}" + (Origin.Source == GatewayConfigOrigin.Code.Source ? "" : $" [{Origin}]")
        : $"{Path} line {Origin.Line}: {Message} [{Origin}]";
}
