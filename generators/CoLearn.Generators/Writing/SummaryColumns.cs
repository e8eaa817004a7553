namespace CoLearn.Generators.Writing;

// How wide the columns of a summary are.
internal readonly record struct SummaryColumns(int Layer, int Kind, int Output, int Parameters);
