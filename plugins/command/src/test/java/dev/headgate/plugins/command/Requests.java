package dev.headgate.plugins.command;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.WriteMode;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Requests as the engine makes them. */
final class Requests {
  private Requests() {}

  static JobRequest of(Path log, Job job, Map<String, String> files, Map<String, String> params) {
    Dataset dataset =
        new Dataset(
            DatasetName.parse("operations.flights"),
            List.of(),
            Optional.empty(),
            job,
            new WriteMode.Append(),
            List.of(),
            1,
            Duration.ofMinutes(1),
            "d");
    return new JobRequest(
        ProductName.parse("operations.flights"),
        12,
        "12-flights",
        2,
        job,
        List.of(dataset),
        files,
        params,
        new CatalogAccess("http://127.0.0.1:1/iceberg", "release-12", "secret"),
        Map.of("headgate.release", "12", "headgate.run", "12-flights"),
        log,
        Duration.ofMinutes(1));
  }

  static Job job(Map<String, Object> settings) {
    return new Job("command", settings, Map.of());
  }

  /** Keeps what it is told. */
  static final class Told implements JobListener {
    final Queue<String> started = new ConcurrentLinkedQueue<>();
    final Queue<String> progress = new ConcurrentLinkedQueue<>();

    @Override
    public void started(String externalId) {
      started.add(externalId);
    }

    @Override
    public void progress(String line) {
      progress.add(line);
    }
  }
}
