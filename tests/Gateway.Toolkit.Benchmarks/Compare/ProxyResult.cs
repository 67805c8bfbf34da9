namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>A proxy with its measurements, one a round.</summary>
internal sealed record ProxyResult(string Name, string Version, IReadOnlyList<Measurement> Rounds)
{
    public Spread Of(Func<Measurement, double> figure) => Spread.Of(Rounds.Select(figure));

    /// <summary>
    /// This proxy's figure divided by another's, round by round: both were measured within the same minute or so, so what
    /// else the machine was doing divides out.
    /// </summary>
    public Spread To(ProxyResult other, Func<Measurement, double> figure) =>
        Spread.Of(Rounds.Zip(other.Rounds, (own, others) => figure(own) / figure(others)));
}
