namespace Gateway.Toolkit.Routing;

/// <summary>How near a request came to a route: the later, the nearer.</summary>
internal enum MatchOutcome
{
    /// <summary>No route has such a path and host.</summary>
    NoRoute,

    /// <summary>405: the path has routes, but none for the method.</summary>
    MethodNotAllowed,

    /// <summary>No route: header or query conditions are not met.</summary>
    ConditionsUnmet,

    /// <summary>415.</summary>
    UnsupportedMediaType,

    /// <summary>406.</summary>
    NotAcceptable,

    Matched,
}
