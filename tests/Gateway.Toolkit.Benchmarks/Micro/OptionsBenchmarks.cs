using BenchmarkDotNet.Attributes;

namespace Gateway.Toolkit.Benchmarks.Micro;

/// <summary>What a load or reload does for each module of each item: bind its options, and compare them with the last ones.</summary>
[MemoryDiagnoser]
public class OptionsBenchmarks
{
    private static readonly GatewayValue<SampleOptions> Value = GatewayValues.Options<SampleOptions>();
    private readonly GatewayConfigNode _node = Value.Write(new()
    {
        MaxRetries = 3,
        Delay = TimeSpan.FromMilliseconds(250),
        Budget = new(100, GatewayPeriod.Minute),
        Methods = ["GET", "PUT"],
    });
    private SampleOptions _left = null!;
    private SampleOptions _right = null!;

    [GlobalSetup]
    public void Setup()
    {
        _left = Bind();
        _right = Bind();
    }

    [Benchmark]
    public SampleOptions Bind() => Value.TryRead(_node, new(), out var options)
        ? options
        : throw new InvalidOperationException("The sample does not bind.");

    [Benchmark]
    public bool Compare() => _left.Equals(_right);
}
