using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes;

// What the class itself must be before anything can be written for it.
internal static class ClassRules
{
    private static readonly (ClassTraits Trait, string Text)[] unfit =
    [
        (ClassTraits.Static, "static"),
        (ClassTraits.Abstract, "abstract"),
        (ClassTraits.Record, "a record"),
        (ClassTraits.FileLocal, "local to its file"),
    ];

    public static void Check(LearnerDeclaration model, Findings findings)
    {
        if (model.Container is not null)
            findings.Add(Mistakes.ModelMustNotBeNested, at: null, model.Class, model.Container);
        if (model.Is(ClassTraits.Generic))
            findings.Add(Mistakes.ModelMustNotBeGeneric, at: null, model.Class);
        if (Array.Find(unfit, pair => Forbids(model, pair.Trait)) is { Text: { } text })
            findings.Add(Mistakes.ModelMustBeOrdinaryClass, at: null, model.Class, text);

        if (model.Is(ClassTraits.Learner))
            return;
        if (!model.Is(ClassTraits.Partial))
            findings.Add(Mistakes.ModelMustBePartial, at: null, model.Class);
        if (model.Base is not null && model.First(AttributeRole.Layer) is not null)
            findings.Add(Mistakes.ModelMustNotHaveBase, at: null, model.Class, model.Base);
    }

    public static void CheckModule(LearnerDeclaration model, Findings findings)
    {
        if (!model.Is(ClassTraits.TensorModule))
            findings.Add(Mistakes.ModuleMustTakeTensor, at: null, model.Class, model.Base!);
        if (!model.Is(ClassTraits.MadeWithoutArguments))
            findings.Add(Mistakes.ModuleMustBeMadeWithoutArguments, at: null, model.Class);
    }

    // Names that generated code adds to the class or beside it.
    public static void CheckNames(LearnerDeclaration model, StackPlan? stack, Findings findings)
    {
        var plain = model.Class.TrimStart('@');
        if (model.Around.HasGrains)
        {
            Check(plain + "Grain");
            Check(plain + "Manifest");
        }

        if (stack is null)
            return;
        Check(plain + "()");
        Check("forward");
        foreach (var layer in stack.Layers)
            Check(layer.Name);

        void Check(string name)
        {
            if (model.TakenNames.Contains(name))
                findings.Add(Mistakes.NameIsTaken, at: null, model.Class, name);
        }
    }

    // A static class is abstract and sealed to the compiler, so the first that holds is what the user wrote. An algorithm may be a record.
    private static bool Forbids(LearnerDeclaration model, ClassTraits trait) =>
        model.Is(trait) && !(trait == ClassTraits.Record && model.Is(ClassTraits.Learner));
}
