using CoLearn;

return await CoLearnSilo.RunAsync(args, silo => silo.UseRedis());
