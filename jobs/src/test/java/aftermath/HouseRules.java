package aftermath;

import static aftermath.HouseRule.rule;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import aftermath.intake.BronzeColumn;
import aftermath.intake.BronzeColumns;
import aftermath.intake.BronzeTables;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may know whom, and what a feature leaves to the program around it. */
final class HouseRules {
  private static final String[] FEATURES = {
    "standard", "identity", "exposure", "notice", "response", "quality"
  };

  private static final Set<Class<?>> OF_INTAKE =
      Set.of(BronzeTables.class, BronzeColumn.class, BronzeColumn.Use.class, BronzeColumns.class);

  /** Methods of a dataset that run a job or leave something behind. */
  private static final Set<String> ACTIONS =
      Set.of(
          "cache",
          "checkpoint",
          "collect",
          "collectAsList",
          "count",
          "createGlobalTempView",
          "createOrReplaceGlobalTempView",
          "createOrReplaceTempView",
          "createTempView",
          "first",
          "foreach",
          "foreachPartition",
          "head",
          "isEmpty",
          "javaRDD",
          "localCheckpoint",
          "mergeInto",
          "persist",
          "rdd",
          "reduce",
          "show",
          "summary",
          "tail",
          "take",
          "takeAsList",
          "toJavaRDD",
          "toLocalIterator",
          "unpersist",
          "write",
          "writeStream",
          "writeTo");

  /** Methods of a session that reach data which no model declares. */
  private static final Set<String> READERS =
      Set.of("read", "readStream", "sql", "table", "catalog", "sparkContext");

  private HouseRules() {}

  static List<HouseRule> all() {
    return Stream.concat(dependencies().stream(), laziness().stream()).toList();
  }

  private static List<HouseRule> dependencies() {
    return List.of(
        rule(
            "The pipeline knows Spark's types and nothing else",
            classes()
                .that()
                .resideInAPackage("aftermath..pipeline")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                    "aftermath..pipeline", "java..", "org.apache.spark.sql..", "scala.."),
            aftermath.testing.wrong.pipeline.KnowsAnIncident.class,
            aftermath.testing.wrong.pipeline.ReadsYaml.class),
        rule("The ops tables are declarations and nothing else", knowsOnly("ops", "pipeline")),
        rule(
            "The lakehouse knows the pipeline and its own accounts, and no incident",
            knowsOnly("lakehouse", "pipeline", "ops"),
            aftermath.testing.wrong.lakehouse.KnowsAnIncident.class),
        rule(
            "An incident knows nothing of ours",
            knowsOnly("incident"),
            aftermath.testing.wrong.incident.KnowsATable.class),
        rule(
            "Functions know the incident and how values are compared",
            knowsOnly("functions", "incident", "matching"),
            aftermath.testing.wrong.functions.KnowsATable.class),
        rule(
            "The generator knows nothing of ours",
            knowsOnly("sample"),
            aftermath.testing.wrong.sample.KnowsAnIncident.class),
        rule(
            "The generator is plain Java",
            noClasses()
                .that()
                .resideInAPackage("aftermath..sample")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..", "io.delta.."),
            aftermath.testing.wrong.sample.UsesSpark.class),
        rule(
            "Intake knows the incident and the pipeline",
            knowsOnly("intake", "intake.provider", "incident", "pipeline"),
            aftermath.testing.wrong.intake.KnowsWhatItFeeds.class),
        rule(
            "A provider's format knows what can happen to a message",
            knowsOnly("provider", "incident"),
            aftermath.testing.wrong.provider.KnowsWhereItIsRead.class),
        rule(
            "The standard form knows what comes before it",
            knowsOnly("standard", "intake", "incident", "functions", "pipeline"),
            aftermath.testing.wrong.standard.KnowsPeople.class),
        rule("Matching compares values and knows no tables", knowsOnly("matching")),
        rule(
            "Suppression knows linked tables of numbers and nothing else",
            knowsOnly("suppression", "disclosure")),
        rule(
            "Linked tables of numbers know nothing of ours, and no Spark",
            noClasses()
                .that()
                .resideInAPackage("aftermath.disclosure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..", "io.delta..")),
        rule(
            "A release knows what an incident asks for, and how tables are suppressed",
            knowsOnly("release", "disclosure", "disclosure.suppression", "incident")),
        rule(
            "A form knows what is released",
            knowsOnly("form", "extract", "disclosure.release", "incident")),
        rule(
            "Extracts know gold and the accounts of the program, and no person",
            knowsOnly(
                "extract",
                "extract.form",
                "disclosure",
                "disclosure.release",
                "disclosure.suppression",
                "exposure",
                "notice",
                "incident",
                "lakehouse",
                "pipeline",
                "ops")),
        rule(
            "A notebook asks in SQL and knows no table of ours",
            knowsOnly("notebook", "lakehouse")),
        rule(
            "A dashboard knows tables to look at and the accounts of the program",
            knowsOnly(
                "dashboard",
                "exposure",
                "notice",
                "response",
                "quality",
                "identity",
                "identity.probable",
                "intake",
                "incident",
                "lakehouse",
                "pipeline",
                "ops")),
        rule(
            "Probable links know identity and matching",
            knowsOnly(
                "probable",
                "identity",
                "matching",
                "standard",
                "intake",
                "incident",
                "functions",
                "pipeline")),
        rule(
            "Identity knows what comes before it",
            knowsOnly(
                "identity", "matching", "standard", "intake", "incident", "functions", "pipeline"),
            aftermath.testing.wrong.identity.LooksDownstream.class),
        rule(
            "Exposure knows what comes before it",
            knowsOnly(
                "exposure", "identity", "standard", "intake", "incident", "functions", "pipeline"),
            aftermath.testing.wrong.exposure.KnowsNotices.class),
        rule(
            "Notices know what comes before them",
            knowsOnly(
                "notice", "identity", "standard", "intake", "incident", "functions", "pipeline")),
        rule(
            "Responses know what comes before them, notices included",
            knowsOnly(
                "response",
                "notice",
                "identity",
                "standard",
                "intake",
                "incident",
                "functions",
                "pipeline")),
        rule(
            "Quality knows what comes before it, and the accounts of the program",
            knowsOnly(
                "quality",
                "identity",
                "standard",
                "intake",
                "incident",
                "functions",
                "pipeline",
                "ops"),
            aftermath.testing.wrong.quality.OpensALakehouse.class),
        rule(
            "Features know the tables of intake and not how they are filled",
            noClasses()
                .that(areFeatures())
                .should()
                .dependOnClassesThat(
                    resideInAPackage("aftermath.intake")
                        .and(
                            describe(
                                "are no tables or columns",
                                type -> OF_INTAKE.stream().noneMatch(type::isEquivalentTo)))),
            aftermath.testing.wrong.exposure.SurveysDeliveries.class),
        rule(
            "A check knows what a run needs, and runs nothing",
            knowsOnly("check", "intake", "incident", "functions", "lakehouse")),
        rule(
            "Lineage knows tables and where they lie, and no rows",
            knowsOnly("lineage", "intake", "incident", "lakehouse", "pipeline")),
        rule(
            "Nobody but a command knows the list of all models",
            noClasses()
                .that(not(resideInAPackage("aftermath..command")))
                .and()
                .doNotBelongToAnyOf(Main.class, BreachPipeline.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Main.class, BreachPipeline.class),
            aftermath.testing.wrong.run.KnowsThePipeline.class));
  }

  private static List<HouseRule> laziness() {
    return List.of(
        rule(
            "Features run no job and write nothing",
            noClasses()
                .that(areFeatures())
                .should()
                .accessTargetWhere(isAccessTo("org.apache.spark.sql.Dataset", ACTIONS)),
            aftermath.testing.wrong.exposure.Counts.class,
            aftermath.testing.wrong.notice.AsksInALambda.class,
            aftermath.testing.wrong.identity.Caches.class,
            aftermath.testing.wrong.quality.Writes.class,
            aftermath.testing.wrong.quality.NamesAView.class),
        rule(
            "Features read nothing but their inputs",
            noClasses()
                .that(areFeatures())
                .should()
                .accessTargetWhere(isAccessTo("org.apache.spark.sql.SparkSession", READERS)),
            aftermath.testing.wrong.standard.Reads.class));
  }

  /** Of our packages, the first may know only itself and the others. */
  private static ArchRule knowsOnly(String name, String... others) {
    String[] allowed =
        Stream.concat(
                Stream.of("aftermath.." + name),
                Stream.of(others).map(other -> "aftermath." + other))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("aftermath.." + name)
        .should()
        .dependOnClassesThat(resideInAPackage("aftermath..").and(not(resideInAnyPackage(allowed))));
  }

  private static DescribedPredicate<JavaClass> areFeatures() {
    return resideInAnyPackage(
        Stream.of(FEATURES).map(name -> "aftermath.." + name).toArray(String[]::new));
  }

  private static DescribedPredicate<JavaAccess<?>> isAccessTo(String owner, Set<String> methods) {
    return describe(
        "the target is one of %s of %s".formatted(methods, owner),
        access ->
            access.getTargetOwner().isAssignableTo(owner) && methods.contains(access.getName()));
  }
}
