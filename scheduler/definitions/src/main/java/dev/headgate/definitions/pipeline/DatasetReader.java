package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.check.CheckReader;
import dev.headgate.definitions.text.DurationText;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.WriteMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code datasets}. */
public final class DatasetReader {
  private static final Keys KEYS =
      Keys.of("inputs", "partitionedBy", "job", "write", "checks", "attempts", "timeout")
          .planned("contract");
  private static final String INPUTS = "a list of datasets, for example [operations.flights]";
  private static final String JOB = "how it is built, for example {type: spark-sql, file: …}";
  private static final int DEFAULT_ATTEMPTS = 3;
  private static final int MOST_ATTEMPTS = 100;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);
  private static final JobReader.Draft NO_JOB =
      new JobReader.Draft(new Job(Job.OPEN, Map.of(), Map.of()), Map.of(), Map.of());

  private final Values values;
  private final LayoutReader layout;
  private final JobReader jobs;
  private final CheckReader checks;

  DatasetReader(Values values, JobReader jobs, CheckReader checks) {
    this.values = values;
    this.layout = new LayoutReader(values);
    this.jobs = jobs;
    this.checks = checks;
  }

  /** A dataset with the places of its name and of its inputs. */
  public record Draft(Dataset dataset, At at, List<Located<DatasetName>> inputs) {}

  /** Empty where its name or its shape cannot be read; what else is wrong is a problem only. */
  public Optional<Draft> read(Yaml.Entry entry, String domain) {
    Optional<DatasetName> name = name(new Located<>(entry.key(), entry.at()), domain);
    name.filter(n -> !n.namespace().equals(domain) && !n.namespace().startsWith(domain + "."))
        .ifPresent(
            n ->
                values
                    .problems()
                    .add(
                        entry.at(),
                        "dataset '"
                            + n
                            + "' is outside the product's domain: expected "
                            + domain
                            + ".…"));
    String what = "dataset " + Yaml.quoted(entry.key());
    Optional<Section> section = Section.of(entry.value(), what, entry.at(), KEYS, values);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section s = section.get();
    List<Located<DatasetName>> inputs = inputs(s, domain);
    s.require("job", JOB);
    JobReader.Draft job =
        s.entry("job", JOB).flatMap(e -> jobs.read(e.value(), "a job", e.at())).orElse(NO_JOB);
    Optional<String> partitionedBy = layout.partitionedBy(s);
    WriteMode write = layout.write(s);
    List<CheckSpec> specs = checks.read(s);
    int attempts =
        s.whole("attempts", 1, MOST_ATTEMPTS).map(Located::value).orElse(DEFAULT_ATTEMPTS);
    Duration timeout =
        s.text("timeout", DurationText.EXPECTED)
            .flatMap(t -> DurationText.parse(t, "timeout", values.problems()))
            .orElse(DEFAULT_TIMEOUT);
    List<DatasetName> inputNames = inputs.stream().map(Located::value).toList();
    return name.map(
        n ->
            new Draft(
                new Dataset(
                    n,
                    inputNames,
                    partitionedBy,
                    job.job(),
                    write,
                    specs,
                    attempts,
                    timeout,
                    Canonical.datasetDigest(n, inputNames, partitionedBy, write, job)),
                entry.at(),
                inputs));
  }

  private List<Located<DatasetName>> inputs(Section section, String domain) {
    Optional<Yaml> value = section.value("inputs", INPUTS);
    if (value.isPresent() && value.get() instanceof Yaml.Sequence list && list.items().isEmpty()) {
      return List.of();
    }
    Map<DatasetName, At> inputs = new LinkedHashMap<>();
    for (Located<String> input : section.distinct("inputs", INPUTS)) {
      Optional<DatasetName> name = name(input, domain);
      if (name.isPresent() && inputs.putIfAbsent(name.get(), input.at()) != null) {
        values.problems().add(input.at(), "'inputs': '" + name.get() + "' is in the list twice");
      }
    }
    List<Located<DatasetName>> located = new ArrayList<>();
    inputs.forEach((n, at) -> located.add(new Located<>(n, at)));
    return located;
  }

  /** A bare name belongs to the product's domain. */
  private Optional<DatasetName> name(Located<String> written, String domain) {
    String text = written.value();
    try {
      return Optional.of(
          text.contains(".") ? DatasetName.parse(text) : new DatasetName(domain, text));
    } catch (IllegalArgumentException e) {
      values
          .problems()
          .add(
              written.at(),
              Yaml.quoted(text)
                  + " is not a dataset's name: expected table or domain.table in lower case"
                  + " letters, digits, '_' and '-'");
      return Optional.empty();
    }
  }
}
