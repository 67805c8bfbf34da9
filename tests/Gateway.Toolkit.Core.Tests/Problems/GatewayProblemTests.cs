using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gateway.Toolkit.Core.Tests.Problems;

public partial class GatewayProblemTests
{
    public static TheoryData<GatewayProblem> All => [.. Known()];

    [Theory]
    [InlineData("")]
    [InlineData("Not-Lower")]
    [InlineData("has space")]
    [InlineData("new\r\nline")]
    [InlineData("ümlaut")]
    public void Code_OfOtherCharacters_IsRefused(string code)
    {
        Assert.Throws<ArgumentException>(() => new GatewayProblem(code, 500, "t"));
        Assert.Throws<ArgumentException>(() => GatewayProblem.Internal with { Code = code });
    }

    [Theory]
    [InlineData("")]
    [InlineData("a; received-status=200")]
    [InlineData("a\r\nX: y")]
    [InlineData("\"quoted\"")]
    public void ProxyStatus_ThatIsNoToken_IsRefused(string error)
    {
        Assert.Throws<ArgumentException>(() => new GatewayProblem("c", 500, "t", error));
        Assert.Throws<ArgumentException>(() => GatewayProblem.Internal with { ProxyStatus = error });
    }

    [Theory]
    [InlineData(200)]
    [InlineData(399)]
    [InlineData(600)]
    public void StatusCode_OfNoError_IsRefused(int status) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GatewayProblem.Internal with { StatusCode = status });

    [Fact]
    public void Extensions_NamedLikeAMemberOfTheGateway_AreRefused() =>
        Assert.Throws<ArgumentException>(() => GatewayProblem.Internal with { Extensions = new Dictionary<string, JsonNode?> { ["traceId"] = "x" } });

    [Theory]
    [MemberData(nameof(All))]
    public void Documentation_OfEveryProblem_SaysItsStatusTitleAndProxyStatus(GatewayProblem problem)
    {
        var row = Assert.Single(Rows(), row => row.Contains($"`{problem.Code}`", StringComparison.Ordinal));

        Assert.Contains($"| {problem.StatusCode} |", row, StringComparison.Ordinal);
        Assert.Contains($"| {problem.Title} |", row, StringComparison.Ordinal);
        if (problem.ProxyStatus is { } error)
            Assert.Contains($"`{error}`", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_NamesNoProblemThatDoesNotExist()
    {
        var codes = Known().Select(problem => problem.Code).ToHashSet();

        Assert.All(Rows(), row => Assert.Contains(FirstCode().Match(row).Groups[1].Value, codes));
    }

    private static IEnumerable<GatewayProblem> Known() => typeof(GatewayProblem)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(property => (GatewayProblem)property.GetValue(null)!);

    private static IEnumerable<string> Rows() =>
        File.ReadLines(Path.Combine(Repository(), "docs", "errors.md")).Where(line => FirstCode().IsMatch(line));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "nuget.config")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex("^\\| `([a-z-]+)` \\| \\d{3} \\|")]
    private static partial Regex FirstCode();
}
