using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit;

/// <summary>A local endpoint's own delegate, and what is needed to call it without a request.</summary>
internal sealed record LocalCall(Endpoint? Endpoint, RequestDelegate Invoke, IServiceScopeFactory Scopes);
