package aftermath.identity.probable;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.Links;
import aftermath.incident.Matching;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;

/**
 * People with so many records that somebody should look whether they are one: where strangers were
 * chained together, it shows here first.
 */
public final class PeopleToReview {

  public static final Table TABLE =
      Table.table("silver.people_to_review")
          .comment("One row per person with more records than linking.matching.review_above")
          .columns(
              """
              person   BIGINT NOT NULL COMMENT 'number of the person, see silver.links',
              records  BIGINT NOT NULL COMMENT 'stolen records that were taken for this person',
              by_rule  BIGINT NOT NULL COMMENT 'of them: those that an exact rule gave to a known person',
              weakest  DOUBLE          COMMENT 'smallest match weight in bits among the strongest ties of its records; null if no probability was asked'
              """)
          .key("person")
          .personal("person");

  private PeopleToReview() {}

  public static Model model(Matching matching) {
    return Model.model(TABLE)
        .from(Links.TABLE)
        .as(
            links ->
                links
                    .groupBy("person")
                    .agg(
                        count(lit(1)).as("records"),
                        sum(when(col("state").equalTo("linked"), 1L).otherwise(0L)).as("by_rule"),
                        min("weight").as("weakest"))
                    .where(col("records").gt(matching.reviewAbove())))
        .dependingOn(matching.reviewAbove());
  }
}
