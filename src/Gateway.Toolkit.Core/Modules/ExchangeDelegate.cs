namespace Gateway.Toolkit;

/// <summary>
/// Turns one exchange into its response. Whoever receives a response owns it and disposes it, or returns it to its own
/// caller. Failures of upstreams are responses with an <see cref="ExchangeResponse.Problem"/>, not exceptions.
/// As with every <see cref="ValueTask"/>, what it returns is awaited once.
/// </summary>
public delegate ValueTask<ExchangeResponse> ExchangeDelegate(Exchange exchange);
