package aftermath.intake;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.types.StructType;

/** Measures survey and scan without Spark. */
final class ScanBenchmark {
  public static void main(String[] arguments) throws Exception {
    Path csv = Path.of("/tmp/h/intake-bench/c.csv");
    Path ses = Path.of("/tmp/h/intake-bench/ses.json");
    Files.createDirectories(csv.getParent());
    if (!Files.exists(csv)) {
      try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
        out.write("ID,NAME,EMAIL,A,B,C,D,E,F,G,H,I,J,K,L\n");
        for (int i = 0; i < 1_000_000; i++) {
          out.write(
              (100000 + i)
                  + ",Müller"
                  + i
                  + ",someone"
                  + i
                  + "@example.com,0412 345 678,1980-02-03,"
                  + "F,12 Long Street,\"Suburb, North\",NSW,2000,AU,1234567890,GOLD,120300,450\n");
        }
      }
      try (BufferedWriter out = Files.newBufferedWriter(ses, StandardCharsets.UTF_8)) {
        for (int i = 0; i < 1_000_000; i++) {
          out.write(
              "{\"eventType\":\"Delivery\",\"mail\":{\"timestamp\":\"2025-07-02T01:02:03.456Z\","
                  + "\"source\":\"Airline <notice@example.com>\",\"sourceArn\":\"arn:aws:ses:ap-southeast-2:123456789012:identity/example.com\","
                  + "\"sendingAccountId\":\"123456789012\",\"messageId\":\"0108019"
                  + i
                  + "-abcdef01-2345-6789-abcd-ef0123456789-000000\","
                  + "\"destination\":[\"someone"
                  + i
                  + "@example.com\"],\"headersTruncated\":false,"
                  + "\"headers\":[{\"name\":\"From\",\"value\":\"Airline <notice@example.com>\"},{\"name\":\"To\",\"value\":\"someone@example.com\"},{\"name\":\"Subject\",\"value\":\"About your data\"},{\"name\":\"MIME-Version\",\"value\":\"1.0\"}],"
                  + "\"commonHeaders\":{\"from\":[\"Airline <notice@example.com>\"],\"to\":[\"someone@example.com\"],\"messageId\":\"x\",\"subject\":\"About your data\"},"
                  + "\"tags\":{\"ses:configuration-set\":[\"notices\"],\"ses:source-ip\":[\"192.0.2.0\"],\"ses:from-domain\":[\"example.com\"],\"wave\":[\"first\"],\"customer_id\":[\"C"
                  + i
                  + "\"]}},"
                  + "\"delivery\":{\"timestamp\":\"2025-07-02T01:02:04.000Z\",\"processingTimeMillis\":1234,\"recipients\":[\"someone"
                  + i
                  + "@example.com\"],\"smtpResponse\":\"250 2.6.0 Message received\",\"reportingMTA\":\"mta.example.com\"}}\n");
        }
      }
    }
    for (int round = 0; round < 4; round++) {
      measure(csv, Incidents.customers(aftermath.incident.Format.CSV, Incidents.CSV, "x"));
      measure(ses, Incidents.ses("x"));
    }
  }

  private static void measure(Path path, aftermath.incident.Source source) throws Exception {
    var layout = SourceLayout.of(Incidents.of(source), source);
    var found =
        new FoundFile(
            path.toUri().toString(),
            Files.size(path),
            Files.getLastModifiedTime(path).toMillis(),
            "");
    long t0 = System.nanoTime();
    DeliveredFile file = FileSurveyor.survey(found, layout, ReadDelivery.STORAGE);
    long t1 = System.nanoTime();
    long rows = 0;
    StructType schema = layout.shape().schema();
    for (Split split : file.splits()) {
      try (RecordReader reader = Readers.open(file, split, layout, ReadDelivery.STORAGE, schema)) {
        while (reader.next() == RecordReader.Outcome.KEPT) {
          rows++;
        }
      }
    }
    long t2 = System.nanoTime();
    System.out.printf(
        "%s %,d bytes: survey %.2f ns/byte, %d splits; scan %,d rows %.2f s, %.2f ns/byte%n",
        path.getFileName(),
        file.size(),
        (t1 - t0) / (double) file.size(),
        file.splits().size(),
        rows,
        (t2 - t1) / 1e9,
        (t2 - t1) / (double) file.size());
  }
}
