package aftermath.sample;

import java.nio.file.Path;

/** The profiles that come with the program. */
final class Profiles {
  static final Profile SERVICE_RECORDS = Profile.read(Path.of("conf/profiles/qantas-2025.yaml"));
  static final Profile PAYMENTS = Profile.read(Path.of("conf/profiles/british-airways-2018.yaml"));

  private Profiles() {}
}
