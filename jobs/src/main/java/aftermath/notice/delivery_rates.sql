WITH counted AS (
  SELECT
    wave,
    channel,
    provider,
    coalesce(sum(notices) FILTER (WHERE state <> 'rejected'), 0L) AS sent,
    coalesce(sum(notices) FILTER (WHERE state IN ('delivered', 'complained')), 0L) AS delivered,
    coalesce(sum(notices) FILTER (WHERE state = 'hard_bounced'), 0L) AS hard_bounced,
    coalesce(sum(notices) FILTER (WHERE state = 'soft_bounced'), 0L) AS soft_bounced,
    coalesce(sum(notices) FILTER (WHERE state = 'suppressed'), 0L) AS suppressed,
    coalesce(sum(notices) FILTER (WHERE state = 'rejected'), 0L) AS rejected,
    coalesce(sum(notices) FILTER (WHERE state = 'complained'), 0L) AS complained,
    sum(opened) AS opened,
    sum(machine_opened) AS machine_opened,
    sum(clicked) AS clicked,
    coalesce(sum(notices) FILTER (WHERE state = 'pending'), 0L) AS pending
  FROM delivery_cube
  GROUP BY wave, channel, provider
)
SELECT
  *,
  delivered / nullif(sent, 0) AS delivery_rate,
  hard_bounced / nullif(sent, 0) AS bounce_rate,
  complained / nullif(delivered, 0) AS complaint_rate,
  opened / nullif(delivered, 0) AS open_rate,
  clicked / nullif(delivered, 0) AS click_rate
FROM counted
