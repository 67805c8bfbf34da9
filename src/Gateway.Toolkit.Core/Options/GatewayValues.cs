namespace Gateway.Toolkit;

/// <summary>The value types of the configuration. The source generator picks from these by the property's type.</summary>
public static class GatewayValues
{
    /// <summary>A text.</summary>
    public static GatewayValue<string> String { get; } = new StringValue();

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static GatewayValue<bool> Boolean { get; } = new BooleanValue();

    /// <summary>A whole number of 32 bits.</summary>
    public static GatewayValue<int> Int32 { get; } = new NumberValue<int>("a whole number");

    /// <summary>A whole number of 64 bits.</summary>
    public static GatewayValue<long> Int64 { get; } = new NumberValue<long>("a whole number");

    /// <summary>A number.</summary>
    public static GatewayValue<double> Double { get; } = new NumberValue<double>("a number");

    /// <summary>A duration: <c>250ms</c>, <c>10s</c>, <c>5m</c>, <c>1h</c>, <c>2d</c>, or <c>hh:mm:ss</c> below a day.</summary>
    public static GatewayValue<TimeSpan> Duration { get; } = new DurationValue();

    /// <summary>An absolute <c>http</c> or <c>https</c> address.</summary>
    public static GatewayValue<Uri> HttpAddress { get; } = new HttpAddressValue();

    /// <summary>A secret; it never prints.</summary>
    public static GatewayValue<GatewaySecret> Secret { get; } = new SecretValue();

    /// <summary>One of an enumeration's names, in any case.</summary>
    public static GatewayValue<T> Enum<T>()
        where T : struct, Enum => EnumValue<T>.Instance;

    /// <summary>A type that reads and writes itself as one text.</summary>
    public static GatewayValue<T> Scalar<T>()
        where T : IGatewayScalar<T> => ScalarValue<T>.Instance;

    /// <summary>A list; one comma-separated text also stands for a list of scalars.</summary>
    public static GatewayValue<GatewayList<T>> List<T>(GatewayValue<T> element) => new ListValue<T>(element);

    /// <summary>A map from free names.</summary>
    public static GatewayValue<GatewayMap<T>> Map<T>(GatewayValue<T> element) => new MapValue<T>(element);

    /// <summary>Nested options.</summary>
    public static GatewayValue<T> Options<T>()
        where T : class, IGatewayOptions<T> => OptionsValue<T>.Instance;

    /// <summary>What only code can give: a delegate or an instance.</summary>
    public static GatewayValue<T> Code<T>()
        where T : class => CodeValue<T>.Instance;

    /// <summary>Any value as it was written.</summary>
    public static GatewayValue<GatewayConfigNode> Node { get; } = new NodeValue();

    /// <summary>The same for a value type's nullable form: an absent key is null.</summary>
    public static GatewayValue<T?> Nullable<T>(GatewayValue<T> value)
        where T : struct => new NullableValue<T>(value);
}
