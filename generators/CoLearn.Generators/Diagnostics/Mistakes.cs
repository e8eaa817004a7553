using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Diagnostics;

// Every diagnostic, named for the mistake. Ids are never renumbered.
internal static class Mistakes
{
    public static readonly DiagnosticDescriptor ModelMustBePartial = Error(
        "COLEARN001",
        "A model must be partial",
        "{0} declares a network, but is not partial, so that its layers cannot be added to it; write 'partial class {0}'");

    public static readonly DiagnosticDescriptor ModelMustNotBeNested = Error(
        "COLEARN002",
        "A learner must not be nested",
        "{0} is declared inside {1}, but a grain is written beside each learner; move {0} out of {1}");

    public static readonly DiagnosticDescriptor ModelMustNotBeGeneric = Error(
        "COLEARN003",
        "A learner must not be generic",
        "{0} is generic, but its grain needs one closed class; remove the type parameters");

    public static readonly DiagnosticDescriptor ModelMustBeOrdinaryClass = Error(
        "COLEARN004",
        "A learner must be an ordinary class",
        "{0} is {1}, but generated code must derive from it or make it; declare it as an ordinary class");

    public static readonly DiagnosticDescriptor NameMustFitGrainType = Error(
        "COLEARN005",
        "A learner's name must fit a grain type",
        "The name {0} of {1} cannot name a grain type; use 1 to 64 lower-case letters, digits and hyphens");

    public static readonly DiagnosticDescriptor NameMustBeUnique = Error(
        "COLEARN006",
        "A learner's name must be unique in its assembly",
        "The name '{0}' of {1} is already that of {2}; give each learner a name of its own",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InputIsMissing = Error(
        "COLEARN007",
        "A network needs an input shape",
        "{0} does not say what one example looks like, so that no shape can be inferred; "
        + "add [Input] with its sizes, such as [Input(1, 28, 28)]");

    public static readonly DiagnosticDescriptor InputSizeOutOfRange = Error(
        "COLEARN008",
        "Input sizes must be at least 1",
        "Input of {0} is {1}, but needs one or more sizes of at least 1; write the sizes of one example, such as [Input(1, 28, 28)]");

    public static readonly DiagnosticDescriptor LayersAreMissing = Error(
        "COLEARN009",
        "A learner needs layers or an algorithm",
        "{0} has no layers, is no Module<Tensor, Tensor> and does not implement ILearner, so that there is nothing to train; "
        + "add layers such as [Flatten, Linear(10)]");

    public static readonly DiagnosticDescriptor LayersMustStandTogether = Error(
        "COLEARN010",
        "Layers must stand on one declaration",
        "{0} on {1} stands on another declaration than the layers before it, and the order of declarations is undefined; "
        + "move all layers to one");

    public static readonly DiagnosticDescriptor LayerDoesNotFit = Error(
        "COLEARN011",
        "A layer does not fit its input",
        "{0} '{1}' on {2} needs {3}, but receives {4}; {5}");

    public static readonly DiagnosticDescriptor LayerArgumentOutOfRange = Error(
        "COLEARN012",
        "A layer's argument is out of range",
        "The {0} of {1} '{2}' on {3} is {4}, which makes no layer; choose {5}");

    public static readonly DiagnosticDescriptor NetworkIsTooLarge = Error(
        "COLEARN013",
        "A network is too large",
        "{0} '{1}' on {2} makes more values or parameters than can be counted; make its sizes or those before it smaller");

    public static readonly DiagnosticDescriptor LossIsMissing = Error(
        "COLEARN014",
        "A network needs a loss",
        "{0} names no loss, so that training has nothing to make small; add one, such as [CrossEntropyLoss]");

    public static readonly DiagnosticDescriptor LossMustBeAlone = Error(
        "COLEARN015",
        "A network has one loss",
        "{0} on {1} is a second loss beside {2}, but training makes one small; remove one of them");

    public static readonly DiagnosticDescriptor OptimizerIsMissing = Error(
        "COLEARN016",
        "A network needs an optimizer",
        "{0} names no optimizer, so that it cannot train; add one, such as [Adam]");

    public static readonly DiagnosticDescriptor OptimizerMustBeAlone = Error(
        "COLEARN017",
        "A network has one optimizer",
        "{0} on {1} is a second optimizer beside {2}, but training uses one; remove one of them");

    public static readonly DiagnosticDescriptor OptimizerArgumentOutOfRange = Error(
        "COLEARN018",
        "An optimizer's argument is out of range",
        "The {0} of {1} on {2} is {3}, with which it cannot train; choose {4}");

    public static readonly DiagnosticDescriptor TrainingArgumentOutOfRange = Error(
        "COLEARN019",
        "An argument of the training is out of range",
        "The {0} of {1} on {2} is {3}, with which there is no training; choose {4}");

    public static readonly DiagnosticDescriptor EpochsExcludeBatches = Error(
        "COLEARN020",
        "Epochs and Batches exclude each other",
        "Training of {0} gives both Epochs = {1} and Batches = {2}, but a proposal takes one or the other; remove one of them");

    public static readonly DiagnosticDescriptor ThresholdOutOfRange = Error(
        "COLEARN021",
        "The vote threshold is out of range",
        "The {0} of {1} on {2} is {3}, but is the share of electors that must approve; choose {4}");

    public static readonly DiagnosticDescriptor VotingArgumentOutOfRange = Error(
        "COLEARN022",
        "An argument of the voting is out of range",
        "The {0} of {1} on {2} is {3}, by which nobody can vote; choose {4}");

    public static readonly DiagnosticDescriptor VotingMustBeAlone = Error(
        "COLEARN023",
        "A learner has one voting rule",
        "{0} on {1} is a second rule beside {2}, but a collective votes by one; remove one of them");

    public static readonly DiagnosticDescriptor DataIsMissing = Error(
        "COLEARN024",
        "A network needs data",
        "{0} names no data to train on; "
        + "add it to [Learner], such as Data = typeof(MyData), where MyData implements ILearnerData<LearnerSets>");

    public static readonly DiagnosticDescriptor DataDoesNotFit = Error(
        "COLEARN025",
        "A network's data does not fit",
        "{0} is the Data of {1}, but {2}, so that it cannot load what a network trains on; {3}");

    public static readonly DiagnosticDescriptor OutputDoesNotFitLoss = Error(
        "COLEARN026",
        "A network's output does not fit its loss",
        "{0} on {1} needs {2}, but the last layer '{3}' gives {4}; {5}");

    public static readonly DiagnosticDescriptor LogSoftmaxDoesNotFitLoss = Error(
        "COLEARN027",
        "A loss and the last activation must fit together",
        "{0} on {1} {2}, but the last layer is {3} '{4}'; {5}");

    public static readonly DiagnosticDescriptor AccuracyNeedsClasses = Error(
        "COLEARN028",
        "Accuracy needs classes",
        "{0} on {1} counts correctly predicted classes, but {2} predicts numbers; vote by Criterion.Loss or by a score of your own");

    public static readonly DiagnosticDescriptor ModelMustNotHaveBase = Error(
        "COLEARN029",
        "A model with layers has no base class of its own",
        "{0} has layers and derives from {1}, but its network must derive from Module<Tensor, Tensor>; "
        + "remove the base class or the layers");

    public static readonly DiagnosticDescriptor AttributeWithoutEffect = Error(
        "COLEARN030",
        "An attribute has no effect on an algorithm of one's own",
        "{0} has no effect on {1}, which implements ILearner itself; remove the attribute, or let the layers be the learner");

    public static readonly DiagnosticDescriptor TorchSharpIsMissing = Error(
        "COLEARN031",
        "A network needs CoLearn.TorchSharp",
        "{0} has layers, but the project references no CoLearn.TorchSharp, which trains them; add a reference to that package");

    public static readonly DiagnosticDescriptor AttributeIsUnknown = Error(
        "COLEARN032",
        "An attribute is unknown to the generator",
        "{0} on {1} is not one of CoLearn's own attributes, so that the generator cannot write it; use one of those");

    public static readonly DiagnosticDescriptor NameIsTaken = Error(
        "COLEARN033",
        "A generated name is taken",
        "{0} already has a '{1}', but generated code needs that name; rename or remove yours");

    public static readonly DiagnosticDescriptor ScoreMustReadTensors = Error(
        "COLEARN034",
        "A network's score must read tensors",
        "{0} scores the votes of {1}, but does not implement ITensorScore, so that it cannot read a network's output; "
        + "implement ITensorScore");

    public static readonly DiagnosticDescriptor LearnerMustDefineItself = Error(
        "COLEARN035",
        "An algorithm of one's own must define itself",
        "{0} implements ILearner but not ILearnerModel, so that its grain does not know what it is; "
        + "make it partial, so that its definition is generated, or implement ILearnerModel and its Definition");

    public static readonly DiagnosticDescriptor LearnerIsMissing = new(
        "COLEARN036",
        "Model attributes without [Learner] have no effect",
        "{0} has no effect on {1}, which is not declared as a learner; add [Learner] with a name, such as [Learner(\"mnist\")]",
        "CoLearn",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("COLEARN036"));

    public static readonly DiagnosticDescriptor LayerNameMustBeIdentifier = Error(
        "COLEARN037",
        "A layer's name must be an identifier",
        "The Name {0} of {1} on {2} cannot name parameters and a field; "
        + "use letters, digits and underscores behind a letter, but no keyword of C# and no member of a TorchSharp module, such as \"stem\"");

    public static readonly DiagnosticDescriptor LayerNameMustBeUnique = Error(
        "COLEARN038",
        "A layer's name must be unique in its model",
        "The name '{0}' of {1} on {2} is already that of a layer before it; give one of them another Name");

    public static readonly DiagnosticDescriptor BlockIsMissing = Error(
        "COLEARN039",
        "A layer names a class that is no block",
        "{0} on {1} names {2}, which is no block; put [Block] and layers on {2}");

    public static readonly DiagnosticDescriptor BlockIsCircular = Error(
        "COLEARN040",
        "A block must not be used inside itself",
        "{0} on {1} uses {2}, which is used inside itself, so that its layers have no end; take it out there");

    public static readonly DiagnosticDescriptor BlockIsEndless = Error(
        "COLEARN041",
        "A network has too many layers",
        "{0} on {1} leads to more than {2} layers when its blocks are written out; repeat less");

    public static readonly DiagnosticDescriptor BlockIsEmpty = Error(
        "COLEARN042",
        "A block needs layers",
        "{0} is a block without layers, which nothing can use; add layers such as [Block, Linear(10), ReLU], or remove [Block]");

    public static readonly DiagnosticDescriptor AttributeWithoutEffectOnBlock = Error(
        "COLEARN043",
        "An attribute has no effect on a block",
        "{0} has no effect on {1}, which is a block; a block bears layers only, so move it to the learner that uses the block");

    public static readonly DiagnosticDescriptor OwnLayerDoesNotFit = Error(
        "COLEARN044",
        "A layer of one's own must be a module",
        "{0} on {1} needs a Module<Tensor, Tensor> that generated code can make, but {2} is none; "
        + "derive it from torch.nn.Module<Tensor, Tensor>, with a public parameterless constructor");

    public static readonly DiagnosticDescriptor ModuleMustTakeTensor = Error(
        "COLEARN047",
        "A module of one's own must lead from tensor to tensor",
        "{0} derives from {1}, but a learner is trained on batches of examples, one tensor in and one tensor out; "
        + "derive from Module<Tensor, Tensor>");

    public static readonly DiagnosticDescriptor ModuleMustBeMadeWithoutArguments = Error(
        "COLEARN048",
        "A module of one's own must be made without arguments",
        "{0} has no public constructor without parameters, but each silo makes modules of it by itself; "
        + "add 'public {0}()' that makes its layers");

    public static readonly DiagnosticDescriptor LayerMustNotBeProperty = Error(
        "COLEARN049",
        "A module's layer must not be a property",
        "The {0} '{1}' of {2} is a property, which TorchSharp registers under its compiler's name '{3}', "
        + "so that its weights bear a name that fits no other model; hold it in a field");

    public static readonly DiagnosticDescriptor LayersMustNotBeInCollection = Error(
        "COLEARN050",
        "A module's layers must not be in an array or a collection",
        "The {0} in '{1}' of {2} are held in a type into which TorchSharp does not look, so that {3}; hold them in a {4}");

    public static readonly DiagnosticDescriptor BatchNormNeedsBatches = Error(
        "COLEARN051",
        "Batch norm needs more than one value of a feature",
        "{0} '{1}' on {2} has one value of each feature to normalise where BatchSize is 1, and makes the same of it whatever it is; "
        + "choose a BatchSize of at least 2, or use [LayerNorm]");

    public static readonly DiagnosticDescriptor ActivationLimitsScores = Warning(
        "COLEARN052",
        "An activation at the end limits the scores that the loss takes",
        "{0} at the end of {1} limits the raw scores that {2} takes, which may be any numbers, so that predictions cannot become sure; "
        + "remove [{0}], or put [Linear] behind it");

    public static readonly DiagnosticDescriptor LinearFollowsLinear = Warning(
        "COLEARN053",
        "Linear layers with nothing between them amount to one",
        "Linear({0}) on {1} stands directly behind Linear({2}), and the two can express no more than Linear({0}) alone; "
        + "put an activation such as [ReLU] between them, or remove Linear({2})");

    public static readonly DiagnosticDescriptor DropoutIsLast = Warning(
        "COLEARN054",
        "Dropout at the end drops predictions",
        "{0} at the end of {1} sets predictions themselves to zero while it trains, which the loss then punishes; put it before the last [Linear]");

    public static readonly DiagnosticDescriptor ActivationIsRepeated = Warning(
        "COLEARN055",
        "An activation follows its like",
        "{0} on {1} stands directly behind {2}, with nothing to learn between them; remove one of the two");

    public static readonly DiagnosticDescriptor DataOfAlgorithmIsMissing = Error(
        "COLEARN059",
        "An algorithm whose definition is generated needs data",
        "{0} names no data, from which generated code would make it; "
        + "add it to [Learner], such as Data = typeof(MyData), where MyData implements ILearnerData<T>");

    public static readonly DiagnosticDescriptor DataOfAlgorithmDoesNotFit = Error(
        "COLEARN060",
        "An algorithm's data does not fit",
        "{0} is the Data of {1}, but {2}, so that it cannot load what the algorithm is made from; {3}");

    public static readonly DiagnosticDescriptor FormatIsMissing = Error(
        "COLEARN061",
        "An algorithm whose definition is generated needs a format",
        "{0} names no format, by which others' weights are looked through before they are used; "
        + "add it to [Learner], such as Format = typeof(MyFormat), where MyFormat implements IWeightsFormat");

    public static readonly DiagnosticDescriptor FormatDoesNotFit = Error(
        "COLEARN062",
        "An algorithm's format does not fit",
        "{0} is the Format of {1}, but {2}, so that it cannot look through weights; {3}");

    public static readonly DiagnosticDescriptor ConstructorDoesNotFit = Error(
        "COLEARN063",
        "An algorithm's constructor does not fit",
        "{0} {1}, so that generated code cannot make it; {2}");

    public static readonly DiagnosticDescriptor FormatHasNoEffect = Error(
        "COLEARN064",
        "A format has no effect on a learner that has one",
        "{0} has no effect as the Format of {1}, which {2}; remove it from [Learner]");

    public static readonly DiagnosticDescriptor ComponentsMustBeRegistered = Error(
        "COLEARN065",
        "A module must register its layers",
        "{0} makes the {1} '{2}', but this constructor never calls RegisterComponents(), so that by itself {3}; "
        + "call RegisterComponents() at the end of the constructor");

    public static readonly DiagnosticDescriptor LayerMustBeMadeBeforeRegistering = Error(
        "COLEARN066",
        "A module's layer must be made before RegisterComponents",
        "The {0} '{1}' of {2} is made after RegisterComponents(), {3}, so that {4}; make it before that call, or in the field's initializer");

    public static readonly DiagnosticDescriptor LayerMustNotBeStatic = Error(
        "COLEARN067",
        "A module's layer must not be static",
        "The {0} '{1}' of {2} is static, but TorchSharp registers what each module holds for itself, so that {3}; remove 'static'");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        ModelMustBePartial,
        ModelMustNotBeNested,
        ModelMustNotBeGeneric,
        ModelMustBeOrdinaryClass,
        NameMustFitGrainType,
        NameMustBeUnique,
        InputIsMissing,
        InputSizeOutOfRange,
        LayersAreMissing,
        LayersMustStandTogether,
        LayerDoesNotFit,
        LayerArgumentOutOfRange,
        NetworkIsTooLarge,
        LossIsMissing,
        LossMustBeAlone,
        OptimizerIsMissing,
        OptimizerMustBeAlone,
        OptimizerArgumentOutOfRange,
        TrainingArgumentOutOfRange,
        EpochsExcludeBatches,
        ThresholdOutOfRange,
        VotingArgumentOutOfRange,
        VotingMustBeAlone,
        DataIsMissing,
        DataDoesNotFit,
        OutputDoesNotFitLoss,
        LogSoftmaxDoesNotFitLoss,
        AccuracyNeedsClasses,
        ModelMustNotHaveBase,
        AttributeWithoutEffect,
        TorchSharpIsMissing,
        AttributeIsUnknown,
        NameIsTaken,
        ScoreMustReadTensors,
        LearnerMustDefineItself,
        LearnerIsMissing,
        LayerNameMustBeIdentifier,
        LayerNameMustBeUnique,
        BlockIsMissing,
        BlockIsCircular,
        BlockIsEndless,
        BlockIsEmpty,
        AttributeWithoutEffectOnBlock,
        OwnLayerDoesNotFit,
        ModuleMustTakeTensor,
        ModuleMustBeMadeWithoutArguments,
        LayerMustNotBeProperty,
        LayersMustNotBeInCollection,
        BatchNormNeedsBatches,
        ActivationLimitsScores,
        LinearFollowsLinear,
        DropoutIsLast,
        ActivationIsRepeated,
        DataOfAlgorithmIsMissing,
        DataOfAlgorithmDoesNotFit,
        FormatIsMissing,
        FormatDoesNotFit,
        ConstructorDoesNotFit,
        FormatHasNoEffect,
        ComponentsMustBeRegistered,
        LayerMustBeMadeBeforeRegistering,
        LayerMustNotBeStatic,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message, params string[] tags) => new(
        id, title, message, "CoLearn", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.For(id), customTags: tags);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => new(
        id, title, message, "CoLearn", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink.For(id));
}
