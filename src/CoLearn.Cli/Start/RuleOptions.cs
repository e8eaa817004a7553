using System.CommandLine;
using CoLearn.Shell;

namespace CoLearn.Start;

/// <summary>The options that change the rule that a model declares.</summary>
internal sealed class RuleOptions
{
    private readonly List<(Option Option, Func<ParseResult, CollectiveRule, CollectiveRule> Change)> options = [];

    public RuleOptions()
    {
        Add("--strategy", "NAME", "turns or average.", result => result.Tokens[0].Value, (rule, value) => rule with { Strategy = value });
        Add("--contributors", "N", "How many learners train for an average; 0 for all.", Numbers.Whole, (rule, value) => rule with { Contributors = value });
        Add("--threshold", "X", "The share of electors that must approve.", Numbers.Real, (rule, value) => rule with { Threshold = value });
        Add("--min-gain", "X", "By how much a vote score must be better.", Numbers.Real, (rule, value) => rule with { MinGain = value });
        Add("--ties", "WORD", "What a vote is when scores are equal: by-loss, reject or approve.", Numbers.Word<Ties>, (rule, value) => rule with { Ties = value });
        Add("--abstain", "WORD", "What an elector that abstains is in the tally: counted or excluded.", Numbers.Word<Abstain>, (rule, value) => rule with { Abstain = value });
        Add("--quorum", "X", "The share of electors that must vote.", Numbers.Real, (rule, value) => rule with { Quorum = value });
        Add("--proposer-choice", "NAME", "round-robin or seeded-random.", result => result.Tokens[0].Value, (rule, value) => rule with { ProposerChoice = value });
        Add("--propose-within", "TIME", "How long a proposer may take, such as 00:30:00.", Numbers.Time, (rule, value) => rule with { ProposeWithin = value });
        Add("--vote-within", "TIME", "How long learners may take to answer.", Numbers.Time, (rule, value) => rule with { VoteWithin = value });
        Add("--grace", "TIME", "How long a learner that cannot be reached is waited for.", Numbers.Time, (rule, value) => rule with { Grace = value });
    }

    public IEnumerable<Option> Options => options.Select(option => option.Option);

    public void AddTo(Command command)
    {
        foreach (var (option, _) in options)
            command.Add(option);
    }

    /// <summary>What the command line changes of a rule; <see langword="null"/> where it changes nothing.</summary>
    public Func<CollectiveRule, CollectiveRule>? Change(ParseResult parsed)
    {
        var given = options.Where(option => parsed.GetResult(option.Option) is not null).ToList();
        return given.Count == 0 ? null : rule => given.Aggregate(rule, (changed, option) => option.Change(parsed, changed));
    }

    private void Add<T>(
        string name, string helpName, string description, Func<System.CommandLine.Parsing.ArgumentResult, T> read, Func<CollectiveRule, T, CollectiveRule> change)
    {
        var option = new Option<T>(name) { HelpName = helpName, Description = $"{description} The model declares it where it is not given.", CustomParser = result => read(result) };
        options.Add((option, (parsed, rule) => change(rule, parsed.GetRequiredValue(option))));
    }
}
