using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.ArchitectureTests;

public sealed class OptionsRecordsTests
{
    public static TheoryData<Type> Records => [.. Packages.All.SelectMany(OptionsMutation.RecordsOf)];

    [Theory]
    [MemberData(nameof(Records))]
    public void OptionsRecords_EveryPropertyMutated_IsSeenByTheReloadDiff(Type record) => Assert.Empty(OptionsMutation.Failures(record));
}
