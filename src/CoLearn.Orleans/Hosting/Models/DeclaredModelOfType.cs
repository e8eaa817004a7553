using Microsoft.Extensions.Configuration;

namespace CoLearn.Hosting;

internal sealed class DeclaredModel<TModel> : DeclaredModel
    where TModel : ILearnerModel
{
    public override LearnerDefinition Definition => TModel.Definition;

    public override Type Type => typeof(TModel);

    public override void Host(CoLearnSiloBuilder site, string learner, IConfiguration settings) => site.Host<TModel>(learner, settings);
}
