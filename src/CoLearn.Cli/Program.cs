using CoLearn.Shell;

return await ColearnCommand.RunAsync(args, Terminal.OfProcess());
