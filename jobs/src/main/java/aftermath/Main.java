package aftermath;

import aftermath.command.AuditCommand;
import aftermath.command.CheckCommand;
import aftermath.command.DashboardCommand;
import aftermath.command.DemoCommand;
import aftermath.command.DrawLinksCommand;
import aftermath.command.ExplainLinkCommand;
import aftermath.command.ExtractCommand;
import aftermath.command.GenerateCommand;
import aftermath.command.NotebooksCommand;
import aftermath.command.PlanCommand;
import aftermath.command.RegisterCommand;
import aftermath.command.RunCommand;
import aftermath.command.SaveWeightsCommand;
import aftermath.command.Sentences;
import aftermath.command.ShowCommand;
import aftermath.command.SuppressCommand;
import aftermath.command.WithdrawCommand;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. */
@Command(
    name = "aftermath",
    mixinStandardHelpOptions = true,
    version = "Aftermath 0.1.0",
    description = {
      "After customer data has been stolen: who was hit, what of theirs was exposed, who has been"
          + " told, and what may be published.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath demo                                   all of it on small samples",
      "  aftermath check conf/qantas-2025.yaml            is all there that a run needs?",
      "  aftermath run conf/qantas-2025.yaml --input deliveries --warehouse warehouse",
      "  aftermath show gold.exposure_by_field conf/qantas-2025.yaml",
      "  aftermath dashboard conf/qantas-2025.yaml        what an incident lead looks at, as one page",
      "  aftermath explain-link CS-1 CS-2 conf/qantas-2025.yaml   why two records are one person or"
          + " not",
      "  aftermath notebooks conf/qantas-2025.yaml        the analysts' notebooks, run, with charts",
      "  aftermath extract conf/qantas-2025.yaml          tables and forms that may be published",
      "  aftermath plan conf/qantas-2025.yaml             the tables and what they are made from",
      "",
      "Exit codes: 0 all of it worked; 2 a mistake in what was asked; 1 anything else."
    },
    subcommands = {
      DemoCommand.class,
      CheckCommand.class,
      RunCommand.class,
      WithdrawCommand.class,
      ShowCommand.class,
      DashboardCommand.class,
      ExplainLinkCommand.class,
      DrawLinksCommand.class,
      SaveWeightsCommand.class,
      NotebooksCommand.class,
      RegisterCommand.class,
      ExtractCommand.class,
      SuppressCommand.class,
      AuditCommand.class,
      PlanCommand.class,
      GenerateCommand.class,
      HelpCommand.class
    })
public final class Main {
  private static final Map<String, String> EXIT_CODES =
      new TreeMap<>(
          Map.of(
              "0", "all of it worked",
              "1", "anything else: run it again, or look at what was said",
              "2", "a mistake in what was asked: it has to be corrected first"));

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(executed(arguments));
  }

  /** Even what the machine lacks is a sentence. */
  private static int executed(String[] arguments) {
    CommandLine line = commandLine();
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError | LinkageError e) {
      line.getErr().println(Sentences.of(e));
      return 1;
    }
  }

  static CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(new Sentences());
    line.getSubcommands().values().forEach(Main::sayExitCodes);
    return line;
  }

  /** Whoever schedules a command needs them; a command may have said more of its own. */
  private static void sayExitCodes(CommandLine command) {
    var usage = command.getCommandSpec().usageMessage();
    if (usage.exitCodeList().isEmpty()) {
      usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(EXIT_CODES);
    }
  }
}
