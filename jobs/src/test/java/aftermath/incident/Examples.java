package aftermath.incident;

/** Incident files for tests. */
final class Examples {

  /** The least that an incident file has to say. */
  static final String SMALLEST =
      """
      id: small-2026
      organisation: A shop
      cause: { source: human error, kind: wrong recipient }
      time_zone: Europe/Berlin
      default_country: DE
      timeline:
        aware_at: 2026-03-01T12:00Z
      attributes:
        email: { type: email }
        born: { type: date }
      fields:
        - { name: email, data_processing_context: 1, ease_of_identification: 1 }
      segments:
        - name: known
          value: is_customer
      sources:
        impacted_records:
          - name: records
            format: csv
            paths: [records.csv]
            columns:
              email: [MAIL]
        customers:
          - name: customers
            format: csv
            paths: [customers.csv]
            columns:
              email: [E_MAIL]
      linking:
        known:
          - { name: e-mail, same: [email] }
      severity:
        confidentiality: 0.5
        integrity: 0
        availability: 0
        malicious_intent: 0
      """;

  private Examples() {}
}
