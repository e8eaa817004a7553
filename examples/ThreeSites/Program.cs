using CoLearn;
using CoLearn.Examples.ThreeSites;

// 'split' deals the digits out to the sites; everything else is the silo of one of them.
return args is ["split", .. var rest]
    ? Split.Run(rest)
    : await CoLearnSilo.RunAsync(args, silo => silo.UseRedis().UseKubernetes());
