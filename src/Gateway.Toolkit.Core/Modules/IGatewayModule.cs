using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>
/// One capability: it owns one key of the configuration and takes part in the chains of the routes, upstreams and
/// destinations that have that key. Registered once as a service; it keeps no state of its own: state belongs to the snapshot
/// (<see cref="ModuleBuild.State{T}"/>). <see cref="GatewayModule{TOptions}"/> is the usual way to write one.
/// </summary>
public interface IGatewayModule
{
    /// <summary>The key it owns, such as <c>Cache</c>.</summary>
    string Key { get; }

    /// <summary>Where the key may stand.</summary>
    ModuleLevels Levels { get; }

    /// <summary>The stages it takes part in; none for settings that others read.</summary>
    IReadOnlyList<Stage> Stages { get; }

    /// <summary>The place among modules of one stage: lower is further out. 0 by default.</summary>
    int StageOrder => 0;

    /// <summary>How the key's values are read, written and described.</summary>
    GatewayValue Value { get; }

    /// <summary>
    /// The options that hold on items whose configuration does not have the key; null (the default) where the module then
    /// takes no part. For what every upstream needs: a transport, a choice of destination, timeouts.
    /// </summary>
    object? ImplicitOptions => null;

    /// <summary>Checks options that were read, with the whole candidate snapshot in view, and names what they refer to.</summary>
    void Validate(ModuleContext context, GatewayErrors errors)
    {
    }

    /// <summary>Adds metadata to the endpoint of a route, or to a local endpoint that has the module.</summary>
    void Describe(ModuleContext context, IList<object> metadata)
    {
    }

    /// <summary>Wraps the inner part of an admission chain; returns <paramref name="inner"/> when there is nothing to do.</summary>
    RequestDelegate BuildAdmission(ModuleBuild build, RequestDelegate inner) => inner;

    /// <summary>
    /// Wraps the inner part of an exchange chain; returns <paramref name="inner"/> when there is nothing to do. At
    /// <see cref="Stage.Dispatch"/>, <see cref="Stage.Pick"/> and <see cref="Stage.Transport"/> the inner part only reports
    /// that nothing else took the exchange.
    /// </summary>
    ExchangeDelegate BuildExchange(ModuleBuild build, ExchangeDelegate inner) => inner;

    /// <summary>Says in lines what the options do; by default the options themselves.</summary>
    void Explain(object options, ExplainWriter writer) => writer.Options(Value, options);
}
