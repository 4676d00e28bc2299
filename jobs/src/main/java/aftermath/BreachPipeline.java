package aftermath;

import static aftermath.pipeline.Balance.Total.rows;
import static aftermath.pipeline.Balance.Total.sum;
import static aftermath.pipeline.Balance.balance;

import aftermath.exposure.AffectedCounts;
import aftermath.exposure.EmailCount;
import aftermath.exposure.ExposureByCombination;
import aftermath.exposure.ExposureByField;
import aftermath.exposure.ExposureBySegment;
import aftermath.exposure.ExposureCube;
import aftermath.exposure.Fields;
import aftermath.exposure.PeopleByCertainty;
import aftermath.exposure.PopulationCube;
import aftermath.exposure.RecordCube;
import aftermath.exposure.SeverityBySegment;
import aftermath.functions.PseudonymKey;
import aftermath.identity.DecisionsHonoured;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.KnownPeople;
import aftermath.identity.LinkDecisions;
import aftermath.identity.Links;
import aftermath.identity.People;
import aftermath.identity.probable.BlockingRules;
import aftermath.identity.probable.CandidatePairs;
import aftermath.identity.probable.CrowdedKeys;
import aftermath.identity.probable.DecidedPatterns;
import aftermath.identity.probable.LearntWeights;
import aftermath.identity.probable.LinkQuality;
import aftermath.identity.probable.MatchAnchors;
import aftermath.identity.probable.MatchKeys;
import aftermath.identity.probable.MatchPatterns;
import aftermath.identity.probable.MatchProfiles;
import aftermath.identity.probable.MatchedLinks;
import aftermath.identity.probable.PeopleToReview;
import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.notice.DeliveryByDomain;
import aftermath.notice.DeliveryCube;
import aftermath.notice.DeliveryHealth;
import aftermath.notice.DeliveryHealthByHour;
import aftermath.notice.DeliveryRates;
import aftermath.notice.NoticeTimeliness;
import aftermath.notice.Notices;
import aftermath.notice.OutstandingNotices;
import aftermath.notice.OutstandingPeople;
import aftermath.notice.ReachBySegment;
import aftermath.notice.ReachCube;
import aftermath.notice.ReachedByHour;
import aftermath.notice.RecipientDomains;
import aftermath.notice.ToldPeople;
import aftermath.ops.Ops;
import aftermath.pipeline.Balance;
import aftermath.pipeline.Balance.Total;
import aftermath.pipeline.Daily;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.quality.ColumnProfiles;
import aftermath.quality.FieldProvenance;
import aftermath.quality.UnexpectedData;
import aftermath.quality.UnreadValues;
import aftermath.response.ContactTopicsDaily;
import aftermath.response.ResponseDaily;
import aftermath.response.Responses;
import aftermath.response.TakeUpBySegment;
import aftermath.standard.RepeatedKeys;
import aftermath.standard.SupersededRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of all models: the table of contents. */
public final class BreachPipeline {
  private BreachPipeline() {}

  public static Pipeline of(Incident incident, PseudonymKey key) {
    return new Pipeline(delivered(incident), models(incident, key), balances(incident), dailies());
  }

  private static List<Daily> dailies() {
    return List.of(
        Daily.daily(ReachedByHour.TABLE, "day", "written_to", "reached"),
        Daily.daily(
            ResponseDaily.TABLE,
            "day",
            "offered",
            "answered",
            "short_abandoned",
            "answered_within_target",
            "enrolments",
            "password_resets",
            "mfa_resets"));
  }

  private static List<Table> delivered(Incident incident) {
    var tables = new ArrayList<Table>(BronzeTables.all(incident));
    tables.addAll(Ops.TABLES);
    return List.copyOf(tables);
  }

  private static List<Model> models(Incident incident, PseudonymKey key) {
    return Stream.of(
            // Which rows count
            Stream.of(
                RepeatedKeys.model(incident),
                SupersededRows.model(incident),
                ColumnProfiles.model(incident)),
            // Whose they are
            Stream.of(KnownPeople.model(incident), ImpactedRecords.model(incident)),
            LinkDecisions.model(incident).stream(),
            Stream.of(KnownLinks.model(incident)),
            linking(incident),
            Stream.of(People.model(incident, key)),
            // Who has been told
            Stream.of(
                Notices.model(incident),
                ToldPeople.model(incident),
                OutstandingPeople.model(incident),
                RecipientDomains.model(),
                DeliveryByDomain.model()),
            // What they did about it
            Stream.of(Responses.model(incident)),
            // What people ask
            Stream.of(
                Fields.model(incident),
                ExposureCube.model(incident),
                RecordCube.model(incident),
                PopulationCube.model(incident),
                EmailCount.model(incident),
                AffectedCounts.model(incident),
                ExposureByField.model(incident),
                ExposureBySegment.model(incident),
                ExposureByCombination.model(incident),
                SeverityBySegment.model(incident),
                DeliveryCube.model(incident),
                ReachCube.model(incident),
                DeliveryRates.model(incident),
                DeliveryHealth.model(incident),
                DeliveryHealthByHour.model(incident),
                ReachBySegment.model(incident),
                OutstandingNotices.model(incident),
                ReachedByHour.model(incident),
                NoticeTimeliness.model(incident),
                ResponseDaily.model(incident),
                ContactTopicsDaily.model(),
                TakeUpBySegment.model(incident)),
            // Whether the data can be trusted
            Stream.of(
                FieldProvenance.model(incident),
                UnexpectedData.model(incident),
                UnreadValues.model(incident)))
        .flatMap(models -> models)
        .toList();
  }

  /** Whose a record is: by exact rules, and by probability where the incident asks for it. */
  private static Stream<Model> linking(Incident incident) {
    return incident
        .linking()
        .matching()
        .map(
            matching ->
                Stream.of(
                    MatchProfiles.model(incident, matching),
                    MatchKeys.model(incident, matching),
                    BlockingRules.model(incident, matching),
                    MatchAnchors.model(incident, matching),
                    CrowdedKeys.model(incident, matching),
                    MatchPatterns.model(incident, matching),
                    DecidedPatterns.model(incident, matching),
                    LearntWeights.model(incident, matching),
                    CandidatePairs.model(incident, matching),
                    MatchedLinks.model(incident, matching),
                    LinkQuality.model(incident, matching),
                    PeopleToReview.model(matching),
                    PeopleByCertainty.model()))
        .map(models -> Stream.concat(models, DecisionsHonoured.model(incident).stream()))
        .orElseGet(() -> Stream.of(Links.model(incident)));
  }

  private static List<Balance> balances(Incident incident) {
    Table impacted = ImpactedRecords.table(incident);
    Table people = People.table(incident);
    // An incident that had decisions of clerks once still has their rows.
    String isOfRoles =
        BronzeTables.taken(incident).stream()
            .map(role -> "'" + role.tableName() + "'")
            .collect(Collectors.joining(", ", "role IN (", ")"));
    String isInTables = isOfRoles + " AND state <> 'withdrawn'";
    return List.of(
        balance(
            "Every delivered row is kept or set aside",
            new Total(Ops.DELIVERIES, "sum(rows_found)", isInTables),
            Stream.concat(
                    BronzeTables.taken(incident).stream()
                        .map(role -> rows(BronzeTables.of(incident, role))),
                    Stream.of(rows(BronzeTables.REJECTED, isOfRoles)))
                .toArray(Total[]::new)),
        balance(
            "Every stolen record stands or is replaced by one with the same key",
            rows(BronzeTables.of(incident, Role.IMPACTED_RECORDS)),
            rows(impacted),
            rows(SupersededRows.TABLE, "role = 'impacted_records'")),
        balance("Every stolen record is somebody's", rows(impacted), rows(Links.TABLE)),
        balance("People have as many records as there are", rows(impacted), sum("records", people)),
        balance(
            "Everybody is in the exposure cube",
            rows(people),
            sum("people", ExposureCube.table(incident))),
        balance(
            "Every record is in the record cube", rows(impacted), sum("records", RecordCube.TABLE)),
        balance(
            "Everybody whom the organisation knows is in the population cube",
            rows(KnownPeople.table(incident)),
            sum("people", PopulationCube.table(incident))),
        balance(
            "Every message is in the delivery cube",
            rows(Notices.TABLE),
            sum("notices", DeliveryCube.table(incident))),
        balance(
            "Every message is counted at a domain",
            rows(Notices.TABLE),
            sum("sent + rejected", DeliveryByDomain.TABLE)),
        balance(
            "Everybody is in the reach cube",
            rows(people),
            sum("people", ReachCube.table(incident))),
        balance(
            "Every response is of a day",
            rows(Responses.TABLE),
            sum("offered", ResponseDaily.TABLE),
            sum("enrolments", ResponseDaily.TABLE),
            sum("password_resets", ResponseDaily.TABLE),
            sum("mfa_resets", ResponseDaily.TABLE),
            sum("noted", ResponseDaily.TABLE),
            sum("unknown", ResponseDaily.TABLE)));
  }
}
