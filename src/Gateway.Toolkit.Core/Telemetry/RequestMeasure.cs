namespace Gateway.Toolkit;

/// <summary>What was begun for a request when it came, and so has to be ended when it goes.</summary>
/// <param name="Started">When it came; 0 if nobody wants to know how long it takes.</param>
/// <param name="IsCounted">Whether it was counted in: a listener that came later must not see it counted out.</param>
internal readonly record struct RequestMeasure(long Started, bool IsCounted);
