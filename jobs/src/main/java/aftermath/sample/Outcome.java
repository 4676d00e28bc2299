package aftermath.sample;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of one message. */
public enum Outcome {
  /** It arrived. */
  @JsonProperty("delivered")
  DELIVERED,
  /** It arrived late. */
  @JsonProperty("delayed_then_delivered")
  DELAYED_THEN_DELIVERED,
  /** The address is dead. */
  @JsonProperty("hard_bounced")
  HARD_BOUNCED,
  /** It seemed to arrive, and the address turned out dead. */
  @JsonProperty("bounced_after_delivery")
  BOUNCED_AFTER_DELIVERY,
  /** The other side was full or down until the sender gave up. */
  @JsonProperty("soft_bounced")
  SOFT_BOUNCED,
  /** The provider refused to send it. */
  @JsonProperty("rejected")
  REJECTED,
  /** It is still being tried. */
  @JsonProperty("still_delayed")
  STILL_DELAYED,
  /** Nothing has been heard of it. */
  @JsonProperty("nothing_yet")
  NOTHING_YET;

  boolean reached() {
    return this == DELIVERED || this == DELAYED_THEN_DELIVERED;
  }

  boolean dead() {
    return this == HARD_BOUNCED || this == BOUNCED_AFTER_DELIVERY || this == REJECTED;
  }
}
