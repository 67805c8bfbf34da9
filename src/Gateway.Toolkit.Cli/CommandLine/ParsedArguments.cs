namespace Gateway.Toolkit.Cli.CommandLine;

/// <summary>What was given to a verb.</summary>
internal sealed class ParsedArguments
{
    private readonly List<string> _values = [];
    private readonly List<(VerbOption Option, string Value)> _options = [];

    /// <summary>What is no option, in order.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <exception cref="UsageException">Something is missing, too much or unknown.</exception>
    public static ParsedArguments Parse(Verb verb, IReadOnlyList<string> args)
    {
        var parsed = new ParsedArguments();
        var onlyValues = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (onlyValues || args[i].Length < 2 || args[i][0] != '-')
                parsed._values.Add(args[i]);
            else if (args[i] == "--")
                onlyValues = true;
            else
                parsed.AddOption(verb, args, ref i);
        }

        if (!parsed.Has(VerbOption.Help))
            parsed.CheckCount(verb);
        return parsed;
    }

    public bool Has(VerbOption option) => _options.Exists(given => given.Option == option);

    /// <summary>The value given last; null if none was.</summary>
    public string? Find(VerbOption option) => _options.FindLast(given => given.Option == option).Value;

    public IEnumerable<string> All(VerbOption option) => _options.Where(given => given.Option == option).Select(given => given.Value);

    private void AddOption(Verb verb, IReadOnlyList<string> args, ref int i)
    {
        var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
        IReadOnlyList<VerbOption> known = [.. verb.Options, VerbOption.Help];
        if (name is "-h" or "-?")
            name = VerbOption.Help.Name;
        if (known.FirstOrDefault(option => option.Name == name) is not { } option)
            throw new UsageException(verb, $"unknown option {name}{NameSuggestions.Hint(name, [.. known.Select(option => option.Name)])}");
        if (option.Value is null && value is not null)
            throw new UsageException(verb, $"{name} takes no value");
        if (option.Value is not null && value is null && ++i == args.Count)
            throw new UsageException(verb, $"{name} needs a value: {option}");
        _options.Add((option, option.Value is null ? "" : value ?? args[i]));
    }

    private void CheckCount(Verb verb)
    {
        if (_values.Count < verb.Arguments.Count)
            throw new UsageException(verb, $"{verb.Arguments[_values.Count].TrimEnd('…')} is missing");
        if (_values.Count > verb.Arguments.Count && !verb.TakesMany)
            throw new UsageException(verb, $"\"{_values[verb.Arguments.Count]}\" is one argument too many");
    }
}
