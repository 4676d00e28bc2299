package aftermath.testing.wrong.pipeline;

import org.yaml.snakeyaml.Yaml;

/** The pipeline needs Spark and nothing else. */
public record ReadsYaml(Yaml yaml) {}
