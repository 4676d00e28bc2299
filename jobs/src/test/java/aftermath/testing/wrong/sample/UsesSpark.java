package aftermath.testing.wrong.sample;

import org.apache.spark.sql.SparkSession;

/** The generator is plain Java. */
public record UsesSpark(SparkSession spark) {}
