package aftermath.present;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers by name and labels; those without any point are left out. */
final class Gauges {
  private final Map<String, String> meanings = new LinkedHashMap<>();
  private final Map<String, List<GaugeDataPointSnapshot>> points = new LinkedHashMap<>();

  /** Adds a number to the gauge of a name. */
  Gauges add(String name, String meaning, double value, Labels labels) {
    meanings.putIfAbsent(name, meaning);
    points
        .computeIfAbsent(name, first -> new ArrayList<>())
        .add(GaugeDataPointSnapshot.builder().value(value).labels(labels).build());
    return this;
  }

  MetricSnapshots snapshots() {
    var all = new ArrayList<MetricSnapshot>();
    points.forEach(
        (name, values) -> {
          var gauge = GaugeSnapshot.builder().name(name).help(meanings.get(name));
          values.forEach(gauge::dataPoint);
          all.add(gauge.build());
        });
    return new MetricSnapshots(all);
  }
}
