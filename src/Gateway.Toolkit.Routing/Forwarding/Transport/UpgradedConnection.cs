using System.IO.Pipelines;

namespace Gateway.Toolkit.Routing;

/// <summary>Both directions of a connection to a destination after a change of protocol.</summary>
internal sealed class UpgradedConnection(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;
}
