namespace CoLearn.CodeFixes;

// One way out of a mistake. Fixes of one key are the same correction, so that all its places can be corrected at once.
internal sealed record Fix(string Title, string Key, Edit Edit);
