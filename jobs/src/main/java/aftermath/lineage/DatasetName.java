package aftermath.lineage;

import java.net.URI;
import org.apache.hadoop.fs.Path;

/**
 * How OpenLineage calls data at a path, so that what others say of it is known to be of the same.
 *
 * @param namespace of the storage: {@code file}, or scheme and bucket
 * @param name the path within
 */
record DatasetName(String namespace, String name) {

  /** For example {@code s3://bucket} and {@code warehouse/gold/affected_counts}. */
  static DatasetName of(String path) {
    URI address = new Path(path).toUri();
    String scheme = address.getScheme();
    if (scheme == null || scheme.equals("file")) {
      return new DatasetName("file", address.getPath());
    }
    // Hadoop's names for the connector are not the store's.
    String store = scheme.matches("s3[an]") ? "s3" : scheme;
    return new DatasetName(
        store + "://" + address.getAuthority(), address.getPath().replaceFirst("^/", ""));
  }
}
