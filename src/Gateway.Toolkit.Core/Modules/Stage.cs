namespace Gateway.Toolkit;

/// <summary>
/// Where in a chain a module sits. Stages decide the order, the order of calls and keys never does. After <see cref="Match"/> come five of
/// admission, on the live request; the others are the exchange, free of <c>HttpContext</c>: first its route part, then, from
/// <see cref="Mirror"/> on, its upstream part, from <see cref="DestinationBreaker"/> on once for each destination.
/// </summary>
public enum Stage
{
    /// <summary>Before the chains: which requests a route gets. Not for policies.</summary>
    Match,

    /// <summary>Admission: refuses what is malformed or hostile, before anything is spent on it.</summary>
    Guard,

    /// <summary>Admission: limits that need no identity.</summary>
    Admit,

    /// <summary>Admission: who is calling, and may they.</summary>
    Identity,

    /// <summary>Admission: limits that need an identity.</summary>
    Limit,

    /// <summary>Admission: does the request keep to its contract.</summary>
    Validate,

    /// <summary>Exchange, route part: content encodings.</summary>
    Encode,

    /// <summary>Exchange, route part: answers from stored responses.</summary>
    Reuse,

    /// <summary>Exchange, route part: rewrites requests and responses.</summary>
    Shape,

    /// <summary>Exchange, route part: the dispatcher, exactly one for a route.</summary>
    Dispatch,

    /// <summary>Exchange, upstream part: copies of requests to another upstream.</summary>
    Mirror,

    /// <summary>Exchange, upstream part: the time for all attempts together.</summary>
    Deadline,

    /// <summary>Exchange, upstream part: a second attempt beside a slow one.</summary>
    Hedge,

    /// <summary>Exchange, upstream part: another attempt after a failed one.</summary>
    Retry,

    /// <summary>Exchange, upstream part: breaker and bulkhead of the whole upstream.</summary>
    UpstreamBreaker,

    /// <summary>Exchange, upstream part: the choice of a destination.</summary>
    Pick,

    /// <summary>Exchange, for each destination: breaker, caps and queue.</summary>
    DestinationBreaker,

    /// <summary>Exchange, for each destination: the time for one attempt.</summary>
    AttemptTimeout,

    /// <summary>Exchange, for each destination: faults put in on purpose.</summary>
    Fault,

    /// <summary>Exchange, for each destination: sends the attempt over the network.</summary>
    Transport,
}
