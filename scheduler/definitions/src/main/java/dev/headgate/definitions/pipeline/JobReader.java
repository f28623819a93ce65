package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.definitions.keys.RuleReader;
import dev.headgate.definitions.keys.TypedEntry;
import dev.headgate.definitions.source.FileReferences;
import dev.headgate.definitions.text.SqlText;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code job}. */
final class JobReader {
  /** The job type whose file is one query. */
  private static final String SPARK_SQL = "spark-sql";

  private static final Keys TYPE = Keys.of("type");

  private final Values values;
  private final RuleReader rules;
  private final TypedEntry types;

  JobReader(Values values, Extensions extensions, RuleReader rules) {
    this.values = values;
    this.rules = rules;
    Map<String, List<KeyRule>> all = new TreeMap<>(extensions.jobs());
    all.put(Job.OPEN, List.of());
    this.types = new TypedEntry("type", TYPE, all, values);
  }

  /**
   * A job and what its digest is made of.
   *
   * @param asWritten its settings, the same on every machine
   * @param files digests of its files by how they are written
   * @param query the path of the file with its one query, among the definitions
   */
  record Draft(
      Job job, Map<String, Object> asWritten, Map<String, String> files, Optional<String> query) {}

  Optional<Draft> read(Yaml value, String what, At at) {
    Optional<TypedEntry.Opened> opened = types.open(value, what, at);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    String type = opened.get().type();
    RuleReader.Settings settings = rules.read(opened.get().section(), opened.get().rules());
    Map<String, String> files = new TreeMap<>();
    Map<String, String> digests = new TreeMap<>();
    List<String> queries = new ArrayList<>();
    settings
        .files()
        .forEach(
            (written, found) -> {
              files.put(found.value().setting(), found.value().digest());
              digests.put(written, found.value().digest());
              if (type.equals(SPARK_SQL)) {
                checkQuery(written, found.value(), found.at());
                found.value().path().ifPresent(queries::add);
              }
            });
    return Optional.of(
        new Draft(
            new Job(type, settings.settings(), files),
            settings.asWritten(),
            digests,
            queries.stream().findFirst()));
  }

  private void checkQuery(String written, FileReferences.Found found, At at) {
    if (found.text().isEmpty()) {
      values
          .problems()
          .add(at, "'file': " + Yaml.quoted(written) + ": expected a text file with one query");
      return;
    }
    String text = found.text().get();
    SqlText.mistake(text)
        .ifPresent(
            m ->
                values
                    .problems()
                    .add(At.in(found.path().orElseThrow(), text, m.index()), m.message()));
  }
}
