namespace Gateway.Toolkit;

/// <summary>The period of a <see cref="GatewayRate"/>.</summary>
public enum GatewayPeriod
{
    /// <summary>A second, <c>/s</c>.</summary>
    Second,

    /// <summary>A minute, <c>/m</c>.</summary>
    Minute,

    /// <summary>An hour, <c>/h</c>.</summary>
    Hour,

    /// <summary>A day, <c>/day</c>.</summary>
    Day,

    /// <summary>A calendar month, <c>/month</c>.</summary>
    Month,
}
