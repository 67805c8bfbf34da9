using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>A <see cref="MatchCondition"/> on one header field or query parameter, ready to run.</summary>
internal sealed class ConditionTest
{
    private readonly ValueSource _source;
    private readonly TextTest? _text;
    private readonly bool? _exists;
    private readonly ConditionTest? _not;
    private readonly ConditionTest[] _all;

    public ConditionTest(ValueSource source, MatchCondition condition, bool ignoreCase = false)
    {
        ignoreCase |= condition.IgnoreCase;
        _source = source;
        _text = TextTest.Of(condition, ignoreCase);
        _not = condition.Not is { } not ? new(source, not, ignoreCase) : null;
        _all = [.. condition.All.Select(inner => new ConditionTest(source, inner, ignoreCase))];
        _exists = condition.Exists ?? (_text is null && _not is null && _all.Length == 0 ? true : null);
    }

    public ValueSource Source => _source;

    public bool IsMet(HttpRequest request)
    {
        if (_exists is { } exists && exists != _source.Exists(request))
            return false;
        if (_text is not null && !_source.Any(request, _text))
            return false;
        if (_not?.IsMet(request) == true)
            return false;
        foreach (var inner in _all)
        {
            if (!inner.IsMet(request))
                return false;
        }

        return true;
    }
}
