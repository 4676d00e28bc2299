package aftermath;

/** Command line. */
public final class Main {
  public static void main(String[] arguments) {}
}
