using Gateway.Toolkit.Benchmarks.Compare;

namespace Gateway.Toolkit.Benchmarks.Tests;

public sealed class WrkResultTests
{
    [Fact]
    public void Parse_AfterWrksOwnText_FindsTheResult()
    {
        var result = WrkResult.Parse(
            """
            Running 5s test @ http://127.0.0.1:8080/
              2 threads and 32 connections
            Requests/sec:  12345.67

            result {"requests":61728,"duration":5000123,"p50":1234,"p99":9876,"errors":2}

            """);

        Assert.Equal(new(Requests: 61728, Duration: 5000123, P50: 1234, P99: 9876, Errors: 2), result);
    }

    [Fact]
    public void Parse_NoResult_SaysWhatWrkSaid()
    {
        var error = Assert.Throws<CompareException>(() => WrkResult.Parse("unable to connect to 127.0.0.1:1 Connection refused"));

        Assert.Contains("Connection refused", error.Message, StringComparison.Ordinal);
    }
}
