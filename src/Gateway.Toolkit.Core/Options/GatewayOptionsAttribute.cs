namespace Gateway.Toolkit;

/// <summary>
/// Marks a <c>sealed partial record</c> as options: the source generator writes its binding, description and explanation
/// from its properties (<c>{ get; init; }</c>, initialisers are the defaults) and their XML summaries.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GatewayOptionsAttribute : Attribute
{
    /// <summary>
    /// The property that a scalar or a list stands for, so that <c>"Forward": "orders"</c> means
    /// <c>"Forward": { "Upstream": "orders" }</c>. None by default: only an object, or <c>true</c> for all defaults, is allowed.
    /// Options with a richer short form implement <see cref="IGatewayShortForm{TSelf}"/> instead.
    /// </summary>
    public string? ShortForm { get; set; }
}
