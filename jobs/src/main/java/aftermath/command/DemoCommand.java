package aftermath.command;

import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.lakehouse.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole pipeline on the samples of the repository. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Runs the whole pipeline on the samples of the repository: a minute or two, no set-up.",
    footer = {
      "",
      "Examples:",
      "  aftermath demo",
      "  aftermath demo --warehouse /tmp/demo        the tables somewhere else"
    })
public final class DemoCommand implements Callable<Integer> {

  /** The samples are generated and public, so their pseudonyms need no secret. */
  private static final String PUBLIC_KEY = "the samples are nobody's data";

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = "warehouse/demo",
      description = "Folder of the tables. Default: ${DEFAULT-VALUE}.")
  private String warehouse;

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      defaultValue = "data-samples",
      description = "Folder of the samples. Default: ${DEFAULT-VALUE}.")
  private Path samples;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(samples)) {
      throw CommandMistake.noSamples(samples.toString());
    }
    var file = Path.of("conf", "demo.yaml");
    Incident incident = Place.incident(file);
    Place place = Place.of(warehouse, Sessions.FOR_LITTLE_DATA);
    RunCommand.once(
        file,
        incident,
        PseudonymKey.of(PUBLIC_KEY),
        place,
        samples.toAbsolutePath().toString(),
        Optional.empty());
    String of = place.arguments(file);
    System.out.printf(
        "%nLook around:%n  ./aftermath show gold.exposure_by_segment %s%n  ./aftermath dashboard %s%n",
        of, of);
    return 0;
  }
}
