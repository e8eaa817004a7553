using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The learner's grain. Orleans' own generator never sees it, so it is announced to Orleans by a manifest of its own.
internal static class GrainWriter
{
    private const string Configuration = "global::Orleans.Serialization.Configuration";

    // Orleans looks only into assemblies with the first mark, which may repeat; its own generator need not run here.
    public static void WriteMarks(Code code, LearnerPlan plan)
    {
        var space = plan.Namespace.Length == 0 ? "" : plan.Namespace + ".";
        code.Write($"""

            [assembly: global::Orleans.ApplicationPart({Literal.Of(plan.Assembly)})]
            [assembly: {Configuration}.TypeManifestProvider(typeof(global::{space}{plan.PlainClass}Manifest))]

            """);
    }

    public static void Write(Code code, LearnerPlan plan) => code.Write(
        $$"""

        [global::Orleans.GrainType("learner.{{plan.Name}}")]
        internal sealed class {{plan.PlainClass}}Grain(global::CoLearn.Learners.LearnerServices services)
            : global::CoLearn.Learners.LearnerGrain<{{plan.Class}}>(services);

        internal sealed class {{plan.PlainClass}}Manifest : {{Configuration}}.TypeManifestProviderBase
        {
            protected override void ConfigureInner({{Configuration}}.TypeManifestOptions options) =>
                options.AddInterfaceImplementation(typeof({{plan.PlainClass}}Grain));
        }

        """);
}
