using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit.Routing;

/// <summary>Marks the one endpoint that stands for all routes of the gateway. It is no page: no link leads to it and no document lists it.</summary>
internal sealed class GatewayEndpointMark : IGatewayEndpointMetadata, ISuppressLinkGenerationMetadata, IExcludeFromDescriptionMetadata
{
    public bool SuppressLinkGeneration => true;

    public bool ExcludeFromDescription => true;
}
