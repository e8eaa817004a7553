using CoLearn.Generators.Runs;
using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class ClassCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return Class(
            "COLEARN001",
            "public class Model;",
            "Model declares a network, but is not partial, so that its layers cannot be added to it; write 'partial class Model'");
        yield return Class(
            "COLEARN002",
            "public partial class Outer { {0} public partial class Model; }",
            "Model is declared inside Outer, but a grain is written beside each learner; move Model out of Outer");
        yield return Class(
            "COLEARN003",
            "public partial class Model<T>;",
            "Model is generic, but its grain needs one closed class; remove the type parameters");
        yield return Class(
            "COLEARN004",
            "public abstract partial class Model;",
            "Model is abstract, but generated code must derive from it or make it; declare it as an ordinary class");
        yield return Class(
            "COLEARN004",
            "public static partial class Model;",
            "Model is static, but generated code must derive from it or make it; declare it as an ordinary class");
        yield return Class(
            "COLEARN004",
            "public partial record Model;",
            "Model is a record, but generated code must derive from it or make it; declare it as an ordinary class");
        yield return Class(
            "COLEARN004",
            "file partial class Model;",
            "Model is local to its file, but generated code must derive from it or make it; declare it as an ordinary class");
        yield return Class(
            "COLEARN029",
            "public class Root;\n{0}\npublic partial class Model : Root;",
            "Model has layers and derives from Root, but its network must derive from Module<Tensor, Tensor>; remove the base class or the layers");
        yield return Class(
            "COLEARN029",
            "{0}\npublic partial class Model : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;",
            "Model has layers and derives from Module<Tensor, Tensor>, but its network must derive from Module<Tensor, Tensor>; remove the base class or the layers");
        yield return Class(
            "COLEARN033",
            "public partial class Model { internal int fc1; }",
            "Model already has a 'fc1', but generated code needs that name; rename or remove yours");
        yield return Class(
            "COLEARN033",
            "public partial class Model { public Model() { } }",
            "Model already has a 'Model()', but generated code needs that name; rename or remove yours");
        yield return Class(
            "COLEARN033",
            "public partial class Model(int size) { internal int Size => size; }",
            "Model already has a 'Model()', but generated code needs that name; rename or remove yours");
        yield return Class(
            "COLEARN033",
            "public partial class Model { public int forward(int one) => one; }",
            "Model already has a 'forward', but generated code needs that name; rename or remove yours");
        yield return Class(
            "COLEARN033",
            "public partial class Model;\npublic class ModelGrain;",
            "Model already has a 'ModelGrain', but generated code needs that name; rename or remove yours");

        yield return Named("Digits 2", "\"Digits 2\"");
        yield return Named("", "\"\"");
        yield return Named(new string('a', 65), $"\"{new string('a', 65)}\"");
        yield return Named("mnist_2", "\"mnist_2\"");
        yield return new(
            "COLEARN006",
            Two("model", "⟦Learner(\"model\", Data = typeof(Digits))⟧"),
            "The name 'model' of Second is already that of First; give each learner a name of its own",
            Two("model", "Learner(\"model-2\", Data = typeof(Digits))"));
        yield return new(
            "COLEARN030",
            Algorithm("[Learner(\"forest\")] [⟦Linear(2)⟧]", "ILearner, ILearnerModel"),
            "Linear has no effect on Forest, which implements ILearner itself; remove the attribute, or let the layers be the learner",
            Algorithm("[Learner(\"forest\")]", "ILearner, ILearnerModel"));
        yield return new(
            "COLEARN035",
            Algorithm("[⟦Learner(\"forest\")⟧]", "ILearner"),
            "Forest implements ILearner but not ILearnerModel, so that its grain does not know what it is; make it partial, so that its definition is generated, or implement ILearnerModel and its Definition",
            Algorithm("[Learner(\"forest\")]", "ILearner, ILearnerModel"));
        yield return new(
            "COLEARN036",
            Source.Class("[⟦Input(4)⟧] [Linear(2)] public partial class Model;"),
            "Input has no effect on Model, which is not declared as a learner; add [Learner] with a name, such as [Learner(\"mnist\")]",
            Source.Network(Layers));
    }
}
