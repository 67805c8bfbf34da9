namespace Gateway.Toolkit;

/// <summary>
/// What reading the body of an <see cref="ExchangeResponse"/> throws when the body can't be had whole: it was cut short,
/// broke the protocol, or took too long. Where nothing was sent to the client yet, <see cref="Problem"/> can still be told.
/// </summary>
/// <param name="problem">What happened.</param>
/// <param name="cause">What failed, if an exception says so.</param>
public sealed class ResponseBodyException(GatewayProblem problem, Exception? cause = null) : IOException(problem.Title, cause)
{
    /// <summary>What happened.</summary>
    public GatewayProblem Problem { get; } = problem;
}
