using System.Diagnostics;
using System.Net.Http.Headers;

namespace Gateway.Toolkit.Routing;

/// <summary>Trace context of the activity under way, in place of what the client sent (W3C Trace Context and Baggage).</summary>
internal static class TraceFields
{
    // What everyone must be able to pass on (W3C Baggage, section 3.3.2); more could be used to flood what is behind.
    private const int MaxBaggage = 8192;

    private static readonly DistributedContextPropagator.PropagatorSetterCallback _set = Set;

    /// <summary>Whether a field is one of trace context, by any of the names in use.</summary>
    public static bool Contains(string name) => name.Length switch
    {
        7 => name.Equals("baggage", StringComparison.OrdinalIgnoreCase),
        10 => name.Equals("tracestate", StringComparison.OrdinalIgnoreCase) || name.Equals("Request-Id", StringComparison.OrdinalIgnoreCase),
        11 => name.Equals("traceparent", StringComparison.OrdinalIgnoreCase),
        19 => name.Equals("Correlation-Context", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Whether what the client sent may go on where there is no activity to speak for it.</summary>
    public static bool MayPass(string value) => value.Length <= MaxBaggage;

    public static void Write(Activity activity, HttpRequestHeaders headers) =>
        DistributedContextPropagator.Current.Inject(activity, headers, _set);

    private static void Set(object? carrier, string name, string value)
    {
        if (value.Length > MaxBaggage)
        {
            // Members go whole or not at all.
            var end = value.LastIndexOf(',', MaxBaggage);
            if (end < 0)
                return;
            value = value[..end].TrimEnd();
        }

        if (!FieldValues.IsUnsafe(value))
            ((HttpRequestHeaders)carrier!).TryAddWithoutValidation(name, value);
    }
}
