namespace Gateway.Toolkit.Routing;

/// <summary>Ends an attempt with a problem that is known already.</summary>
internal sealed class TransportException(GatewayProblem problem) : Exception(problem.Title)
{
    public GatewayProblem Problem => problem;
}
