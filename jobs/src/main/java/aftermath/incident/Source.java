package aftermath.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files of one format that feed one bronze table.
 *
 * @param name unique in the incident; lower case with dashes or underscores
 * @param paths files, folders or globs; relative ones start at the incident file's folder, or at
 *     {@code --input DIR} if given; {@code s3a://…} and other Hadoop file systems are fine
 * @param columns attribute → the spellings of the delivered columns that feed it; the first present
 *     value wins. For JSON a spelling is a path such as {@code contact.email}. For notice and
 *     response events the attribute is one of that format's columns
 * @param key spellings of the delivered column that identifies a row across deliveries, empty: none
 * @param version attribute-less delivered column that orders rows of one key, the largest wins
 * @param notice how events of this source speak of messages; present for notice events only
 * @param response how events of this source speak of what people did; present for response events
 *     only
 */
public record Source(
    String name,
    Role role,
    Format format,
    List<String> paths,
    CsvDialect csv,
    Map<String, List<String>> columns,
    List<String> key,
    Optional<String> version,
    Optional<NoticeSource> notice,
    Optional<ResponseSource> response) {}
