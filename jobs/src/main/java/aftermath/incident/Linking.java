package aftermath.incident;

import java.util.List;
import java.util.Optional;

/**
 * How records are tied to the people the organisation knows, and to each other.
 *
 * @param members rules that tie a loyalty member to a customer
 * @param known the ladder from a record to a customer or member: the first rule that finds anyone
 *     decides; if it finds several, the record is ambiguous
 * @param records rules that tie unlinked records to each other, transitively
 * @param isOneToOne whether a known person has one record at most, as when the stolen data is a
 *     copy of a table with a row per person
 * @param mostFrequent a key shared by more rows than this is no evidence
 * @param matching how records are matched by probability that no rule decided; absent: they are not
 */
public record Linking(
    List<LinkRule> members,
    List<LinkRule> known,
    List<LinkRule> records,
    boolean isOneToOne,
    int mostFrequent,
    Optional<Matching> matching) {}
