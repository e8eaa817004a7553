using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The half of a class that is a module already: it keeps its layers and gets a definition.
internal static class OwnModuleWriter
{
    public static void Write(Code code, LearnerPlan plan, NetworkPlan network) => code.Write(
        $$"""

        /// <remarks>
        /// A module of its own, the learner '{{plan.Name}}'. It is given batches of examples of shape {{network.Stack.Input}}, behind one another
        /// in a first dimension. Its layers and its fingerprint are read from it at start.
        /// </remarks>
        partial class {{plan.Class}} : global::CoLearn.ILearnerModel
        {
            {{definition => DefinitionWriter.Write(definition, plan, network)}}
        }

        """);
}
