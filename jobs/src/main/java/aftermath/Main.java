package aftermath;

import aftermath.command.AuditCommand;
import aftermath.command.DemoCommand;
import aftermath.command.DrawLinksCommand;
import aftermath.command.ExplainLinkCommand;
import aftermath.command.ExtractCommand;
import aftermath.command.GenerateCommand;
import aftermath.command.PlanCommand;
import aftermath.command.RunCommand;
import aftermath.command.SaveWeightsCommand;
import aftermath.command.Sentences;
import aftermath.command.ShowCommand;
import aftermath.command.SuppressCommand;
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
      "  aftermath run conf/qantas-2025.yaml --input deliveries --warehouse warehouse",
      "  aftermath show gold.exposure_by_field conf/qantas-2025.yaml",
      "  aftermath explain-link CS-1 CS-2 conf/qantas-2025.yaml   why two records are one person or not",
      "  aftermath extract conf/qantas-2025.yaml          tables and forms that may be published",
      "  aftermath plan conf/qantas-2025.yaml             the tables and what they are made from",
      "",
      "Exit codes: 0 all of it worked; 2 a mistake in what was asked; 1 anything else."
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      ShowCommand.class,
      ExplainLinkCommand.class,
      DrawLinksCommand.class,
      SaveWeightsCommand.class,
      ExtractCommand.class,
      SuppressCommand.class,
      AuditCommand.class,
      PlanCommand.class,
      GenerateCommand.class,
      HelpCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Sentences());
  }
}
