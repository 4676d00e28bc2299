package aftermath.response;

import static aftermath.testing.TinyIncident.tinyBut;

import aftermath.incident.Incident;

/** The tiny incident with a support line and a service of protection. */
final class Responding {

  static final Incident RESPONDING = answeringWithin(20, 5);

  private Responding() {}

  static Incident answeringWithin(int seconds, int shortAbandon) {
    return tinyBut(
        "\nlinking:\n",
        """
          response_events:
            - name: calls
              format: csv
              paths: [calls.csv]
              columns:
                response_id: [ID]
                event: [RESULT]
                occurred_at: [OFFERED]
                answered_at: [ANSWERED]
                ended_at: [ENDED]
                wrap_up_seconds: [WRAP_UP]
                person: [CUSTOMER]
                channel: [LINE]
                topic: [TOPIC]
              response:
                provider: centre
                channel: support-line
                person_attribute: customer_id
                events: { Answered: answered, HUNG UP: abandoned, TEST: noted }
                topics: { Am I affected: am-i-affected, Why me: am-i-affected, Enrolment: protection }
            - name: protection
              format: ndjson
              paths: [protection.json]
              columns: { response_id: [id], event: [type], occurred_at: [at], person: [user.email] }
              response:
                provider: monitor
                channel: web
                person_attribute: email
                events: { enrol: enrolled, password: password_reset, otp: mfa_reset }

        linking:
        """,
        "\nrecipients:\n",
        """

        responses: { answered_within_seconds: %d, short_abandon_seconds: %d }

        recipients:
        """
            .formatted(seconds, shortAbandon));
  }
}
