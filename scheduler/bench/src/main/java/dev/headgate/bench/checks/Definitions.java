package dev.headgate.bench.checks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The bench's product with rules, as it is sent. */
final class Definitions {
  private Definitions() {}

  static Map<String, ?> with(Path distribution, List<Rules.Rule> rules) {
    Path jar = distribution.resolve("demo/definitions/ingest.jar");
    String checks =
        rules.stream().map(r -> "      - " + r.check() + "\n").collect(Collectors.joining());
    String pipeline =
        """
        product: bench.flights
        parameters: {file: {type: string}}
        datasets:
          flights:
            job:
              type: spark-app
              jar: %s
              mainClass: dev.headgate.jobs.examples.IngestFiles
              args:
                - --path
                - ${file}
                - --select
                - date AS departure, origin, destination, delay, distance
                - --table
                - bench.flights
        """
            .formatted(jar.toUri());
    return Map.of(
        "root",
        distribution.toString(),
        "files",
        Map.of(
            "pipeline.yaml",
            Map.of("text", checks.isEmpty() ? pipeline : pipeline + "    checks:\n" + checks),
            "domain.yaml",
            Map.of("text", "domain: bench\nowners: [bench]\n")));
  }
}
