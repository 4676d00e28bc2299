package aftermath.ops;

import static aftermath.pipeline.Table.table;

import aftermath.pipeline.Table;
import java.util.List;

/** The tables in which the program accounts for what it did. */
public final class Ops {
  private Ops() {}

  public static final Table RUNS =
      table("ops.runs")
          .comment(
              "One row per run that changed a table: when, with what, how it ended; of a run that was stopped the next one writes the row")
          .columns(
              """
              run_id               STRING    NOT NULL COMMENT 'name of the run: its start in UTC and a random part',
              incident             STRING    NOT NULL COMMENT 'id of the incident',
              started_at           TIMESTAMP NOT NULL COMMENT 'when the run began',
              ended_at             TIMESTAMP NOT NULL COMMENT 'when its last table was written; of a run that was stopped, when the next one found out',
              incident_fingerprint STRING    NOT NULL COMMENT 'SHA-256 of the incident file; unknown of a run that was stopped',
              code_version         STRING    NOT NULL COMMENT 'version and fingerprint of the program; unknown of a run that was stopped',
              pseudonym_key        STRING             COMMENT 'fingerprint of the key that pseudonyms were made with; tells keys apart and nothing of them',
              deliveries_taken     INT       NOT NULL COMMENT 'files taken in by this run',
              tables_changed       ARRAY<STRING> NOT NULL COMMENT 'tables with a new version, as name@version',
              is_balanced          BOOLEAN   NOT NULL COMMENT 'whether all control totals added up; not so of a run that was stopped, since nobody checked them',
              was_stopped          BOOLEAN            COMMENT 'whether it was stopped before its end, killed or failed; what it had written stays, and the next run goes on from it'
              """)
          .key("run_id");

  public static final Table DELIVERIES =
      table("ops.deliveries")
          .comment("One row per delivered file: what it was, and what became of its rows")
          .columns(
              """
              delivery_id    STRING    NOT NULL COMMENT 'first 16 hexadecimal digits of the SHA-256 of the content',
              file           STRING    NOT NULL COMMENT 'path as found, relative to the input folder where possible',
              role           STRING    NOT NULL COMMENT 'bronze table that the file feeds',
              source         STRING    NOT NULL COMMENT 'source of the incident file',
              state          STRING    NOT NULL COMMENT 'taken, repeated (same content as an earlier file), set_aside (could not be used at all), or withdrawn (taken back)',
              reason         STRING             COMMENT 'why it was set aside or taken back, or which delivery it repeats',
              bytes          BIGINT    NOT NULL COMMENT 'size of the file',
              sha256         STRING    NOT NULL COMMENT 'SHA-256 of the content, hexadecimal',
              modified_at    TIMESTAMP NOT NULL COMMENT 'modification time of the file when it was read',
              columns_found  ARRAY<STRING>      COMMENT 'the header as delivered',
              warnings       ARRAY<STRING>      COMMENT 'what is odd about the file and did not stop it',
              is_cut_off     BOOLEAN            COMMENT 'true: the file is damaged or cut off, and rows behind the damage are missing',
              rows_found     BIGINT    NOT NULL COMMENT 'rows in the file',
              rows_kept      BIGINT    NOT NULL COMMENT 'rows that went into the bronze table; none of one that was taken back',
              rows_set_aside BIGINT    NOT NULL COMMENT 'rows that went into bronze.rejected_rows',
              configuration  STRING    NOT NULL COMMENT 'fingerprint of how the source was described when it was taken',
              run_id         STRING    NOT NULL COMMENT 'run that took the file; of one that was taken back, the moment of that, written like the name of a run',
              taken_at       TIMESTAMP NOT NULL COMMENT 'when the run began'
              """)
          .key("file", "delivery_id")
          .check("state_is_known", "state IN ('taken', 'repeated', 'set_aside', 'withdrawn')");

  public static final Table CONTROL_TOTALS =
      table("ops.control_totals")
          .comment(
              "One row per run and boundary: what went in, what came out, and whether it adds up")
          .columns(
              """
              run_id      STRING  NOT NULL COMMENT 'run that was checked',
              boundary    STRING  NOT NULL COMMENT 'what must add up, as a sentence',
              total_in    BIGINT  NOT NULL COMMENT 'amount before the boundary',
              total_out   BIGINT  NOT NULL COMMENT 'sum of the amounts after it',
              parts       STRING  NOT NULL COMMENT 'the amounts, by table',
              is_balanced BOOLEAN NOT NULL COMMENT 'whether the two are equal'
              """)
          .key("run_id", "boundary");

  public static final Table RESTATEMENTS =
      table("ops.restatements")
          .comment(
              "One row per run, table, day and measure that the run told anew: events came late, or the incident file is another")
          .columns(
              """
              run_id     STRING NOT NULL COMMENT 'run that told it anew',
              table_name STRING NOT NULL COMMENT 'table that counts by day',
              day        DATE   NOT NULL COMMENT 'day that was over: the table had a later one already',
              measure    STRING NOT NULL COMMENT 'column of the table, summed up for the day',
              was        BIGINT NOT NULL COMMENT 'the sum as the run before had told it',
              is_now     BIGINT NOT NULL COMMENT 'the sum now'
              """)
          .key("run_id", "table_name", "day", "measure");

  public static final Table RELEASES =
      table("ops.releases")
          .comment("One row per release of extracts: what went out, when, made of what")
          .columns(
              """
              release              INT       NOT NULL COMMENT 'number of the release, from 1; numbers that are missing were begun and not finished',
              phase                STRING    NOT NULL COMMENT 'initial, follow-up, final or withdrawn',
              previous             INT                COMMENT 'number of the release before',
              made_at              TIMESTAMP NOT NULL COMMENT 'when it was made',
              folder               STRING    NOT NULL COMMENT 'where its files were written',
              manifests            MAP<STRING, STRING> NOT NULL COMMENT 'SHA-256 of the manifest, by recipient',
              policy               STRING    NOT NULL COMMENT 'the rules in words, as recipients are told',
              tables               ARRAY<STRING> NOT NULL COMMENT 'cubes it was counted from, as name@version',
              incident_fingerprint STRING    NOT NULL COMMENT 'SHA-256 of the incident file',
              code_version         STRING    NOT NULL COMMENT 'version and fingerprint of the program',
              cells                INT       NOT NULL COMMENT 'different cells of all its tables',
              sensitive            INT       NOT NULL COMMENT 'of these, left out by a rule',
              complementary        INT       NOT NULL COMMENT 'left out to protect others',
              audit_passed         BOOLEAN   NOT NULL COMMENT 'whether linear programs found every sensitive cell protected',
              note                 STRING    NOT NULL COMMENT 'what its readers were told besides; empty if nothing'
              """)
          .key("release")
          .check("phase_is_known", "phase IN ('initial', 'follow-up', 'final', 'withdrawn')");

  public static final Table RELEASE_CELLS =
      table("ops.release_cells")
          .comment(
              "One row per release and cell, suppressed ones with their values: what no later release may give away. Not for publication")
          .columns(
              """
              release          INT     NOT NULL COMMENT 'number of the release',
              cell             STRING  NOT NULL COMMENT 'what is counted, and of whom',
              value            BIGINT  NOT NULL COMMENT 'the count, whether it went out or not',
              contributors     BIGINT  NOT NULL COMMENT 'people it is made of',
              is_in_a_table    BOOLEAN NOT NULL COMMENT 'false: it follows from the tables and stands in none',
              is_published     BOOLEAN NOT NULL COMMENT 'whether its value went out as it is',
              shown            BIGINT           COMMENT 'what went out: the value, or what it was rounded to; null: nothing',
              status           STRING  NOT NULL COMMENT 'CONF_STATUS of SDMX if it is left out',
              lower_protection DOUBLE  NOT NULL COMMENT 'how far below its value nobody may exclude',
              upper_protection DOUBLE  NOT NULL COMMENT 'how far above',
              known_low        DOUBLE  NOT NULL COMMENT 'what its mark tells: not below',
              known_high       DOUBLE           COMMENT 'what its mark tells: not above; null: no limit',
              sums             ARRAY<ARRAY<STRING>> NOT NULL COMMENT 'the cells that add up to it, for each way to add up'
              """)
          .key("release", "cell");

  public static final List<Table> TABLES =
      List.of(RUNS, DELIVERIES, CONTROL_TOTALS, RESTATEMENTS, RELEASES, RELEASE_CELLS);
}
