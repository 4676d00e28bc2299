package aftermath.command;

import aftermath.sample.Existing;
import aftermath.sample.Generation;
import aftermath.sample.Profile;
import aftermath.sample.Summary;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the files of a synthetic incident, and the truth about it. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the deliveries of a synthetic incident, and apart from them the truth: which record is"
          + " whose. The same profile, scale and seed give the same bytes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath generate conf/profiles/qantas-2025.yaml --scale 0.01 --out deliveries --truth truth",
      "  aftermath generate conf/profiles/british-airways-2018.yaml --out deliveries --truth truth"
    })
public final class GenerateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROFILE", description = "The profile of the incident (YAML).")
  private Path profile;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the deliveries.")
  private Path out;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the truth; not within the deliveries.")
  private Path truth;

  @Option(
      names = "--scale",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description = "Factor of all counts of the profile. Default: ${DEFAULT-VALUE}.")
  private double scale;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another seed gives other people. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--overwrite",
      description = "Replace what an earlier generation left in the folders.")
  private boolean overwrite;

  @Override
  public Integer call() {
    Summary summary =
        Generation.of(Profile.read(profile), out, truth)
            .scaledBy(scale)
            .seededWith(seed)
            .where(overwrite ? Existing.REPLACE : Existing.REFUSE)
            .telling(new GeneratingProgress(System.err))
            .run();
    System.out.printf(
        "%,d people, %,d records; %,d rows in %,d files, %,d MB, in %s%n",
        summary.people(),
        summary.records(),
        summary.rows(),
        summary.files(),
        summary.bytes() >> 20,
        out);
    System.out.printf("The truth is in %s%n", truth);
    return 0;
  }
}
