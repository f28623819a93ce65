package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.check.CheckNames;
import dev.headgate.definitions.check.CheckReader;
import dev.headgate.definitions.source.FileReferences;
import dev.headgate.definitions.text.DurationText;
import dev.headgate.definitions.text.PartitionText.Transform;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Expectation;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Kind;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.WriteMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one entry of {@code datasets}. */
public final class DatasetReader {
  private static final Keys KEYS =
      Keys.of(
          "contract", "inputs", "partitionedBy", "job", "write", "checks", "attempts", "timeout");
  private static final String CONTRACT = "the path of an ODCS file, for example flights.odcs.yaml";
  private static final String JOB = "how it is built, for example {type: spark-sql, file: …}";
  private static final int DEFAULT_ATTEMPTS = 3;
  private static final int MOST_ATTEMPTS = 100;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);
  private static final JobReader.Draft NO_JOB =
      new JobReader.Draft(
          new Job(Job.OPEN, Map.of(), Map.of()), Map.of(), Map.of(), Optional.empty());

  private final Values values;
  private final LayoutReader layout;
  private final JobReader jobs;
  private final CheckReader checks;
  private final InputReader inputs;
  private final FileReferences references;

  DatasetReader(Values values, JobReader jobs, CheckReader checks, FileReferences references) {
    this.values = values;
    this.layout = new LayoutReader(values);
    this.jobs = jobs;
    this.checks = checks;
    this.inputs = new InputReader(values, checks);
    this.references = references;
  }

  /**
   * A dataset as its pipeline alone says it, with the places that other files' mistakes are
   * reported at.
   *
   * @param dataset without checks, expectations and contract
   * @param promised whether it says that it has a contract
   * @param contract the file that has it, among the definitions
   * @param partition what it is partitioned by, in order
   * @param query the file with the query that makes it, among the definitions
   */
  public record Draft(
      Dataset dataset,
      At at,
      List<InputReader.Input> inputs,
      List<CheckDraft> checks,
      List<Located<Transform>> partition,
      boolean promised,
      Optional<Located<String>> contract,
      Optional<String> query) {

    /** With what its contract says, and the rules of both. */
    Dataset with(Optional<Contract> contract, ProductName product, Problems problems) {
      CheckNames names = new CheckNames(problems);
      Map<String, String> taken = new HashMap<>();
      List<CheckSpec> rules = new ArrayList<>();
      contract.ifPresent(
          c -> {
            rules.addAll(c.rules());
            c.rules().forEach(r -> taken.put(r.name(), "a rule of the contract " + c.label()));
          });
      rules.addAll(names.named(checks, taken, Origin.PIPELINE));
      Map<DatasetName, Majors> accepts = new TreeMap<>();
      List<Expectation> expectations = new ArrayList<>();
      for (InputReader.Input input : inputs) {
        input.accepts().ifPresent(m -> accepts.put(input.name(), m));
        names
            .named(
                input.expectations(),
                Map.of(),
                new Origin(Origin.Kind.EXPECTATION, product.toString()))
            .forEach(rule -> expectations.add(new Expectation(input.name(), rule)));
      }
      return new Dataset(
          dataset.name(),
          dataset.inputs(),
          accepts,
          expectations,
          dataset.partitionedBy(),
          dataset.job(),
          dataset.write(),
          rules,
          contract,
          dataset.attempts(),
          dataset.timeout(),
          dataset.digest());
    }

    /** Adds where the parts are that its pipeline says, of the dataset with all rules. */
    public void places(Dataset complete, Places.Builder into) {
      into.add(Kind.DATASET, dataset.name(), "", at.toPlace());
      int own = complete.checks().size() - checks.size();
      for (int i = 0; i < checks.size(); i++) {
        String rule = complete.checks().get(own + i).name();
        into.add(Kind.CHECK, dataset.name(), rule, checks.get(i).at().toPlace());
      }
      List<Expectation> expected = complete.expectations();
      int next = 0;
      for (InputReader.Input input : inputs) {
        into.add(Kind.INPUT, dataset.name(), input.name().toString(), input.at().toPlace());
        for (CheckDraft expectation : input.expectations()) {
          String rule = expected.get(next++).rule().name();
          into.addExpectation(dataset.name(), input.name(), rule, expectation.at().toPlace());
        }
      }
      query.ifPresent(file -> into.add(Kind.QUERY, dataset.name(), "", At.startOf(file).toPlace()));
    }
  }

  /** Empty where its name or its shape cannot be read; what else is wrong is a problem only. */
  public Optional<Draft> read(Yaml.Entry entry, String domain) {
    Optional<DatasetName> name =
        inputs.name(new Located<>(entry.key(), entry.at()), entry.key(), domain);
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
    name.filter(n -> MetadataTables.has(n.table()))
        .ifPresent(
            n ->
                values
                    .problems()
                    .add(
                        entry.at(),
                        "dataset '"
                            + n
                            + "' is called like a metadata table of Iceberg, which engines would"
                            + " take it for: expected another name, such as "
                            + n.table()
                            + "_table"));
    String what = "dataset " + Yaml.quoted(entry.key());
    Optional<Section> section = Section.of(entry.value(), what, entry.at(), KEYS, values);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section s = section.get();
    List<InputReader.Input> read = inputs.read(s, domain);
    Optional<Located<String>> contract = contract(s);
    s.require("job", JOB);
    JobReader.Draft job =
        s.entry("job", JOB).flatMap(e -> jobs.read(e.value(), "a job", e.at())).orElse(NO_JOB);
    List<Located<Transform>> partition = layout.partition(s);
    Optional<String> partitionedBy =
        partition.stream().map(t -> t.value().text()).reduce((a, b) -> a + ", " + b);
    WriteMode write = layout.write(s);
    List<CheckDraft> rules = checks.read(s).rules();
    int attempts =
        s.whole("attempts", 1, MOST_ATTEMPTS).map(Located::value).orElse(DEFAULT_ATTEMPTS);
    Duration timeout =
        s.text("timeout", DurationText.EXPECTED)
            .flatMap(t -> DurationText.parse(t, "timeout", values.problems()))
            .orElse(DEFAULT_TIMEOUT);
    List<DatasetName> inputNames = read.stream().map(InputReader.Input::name).toList();
    return name.map(
        n ->
            new Draft(
                new Dataset(
                    n,
                    inputNames,
                    partitionedBy,
                    job.job(),
                    write,
                    List.of(),
                    attempts,
                    timeout,
                    Canonical.datasetDigest(n, inputNames, partitionedBy, write, job)),
                entry.at(),
                read,
                rules,
                partition,
                s.has("contract"),
                contract,
                job.query()));
  }

  private Optional<Located<String>> contract(Section section) {
    return section
        .text("contract", CONTRACT)
        .flatMap(
            written ->
                references
                    .find(written, "contract")
                    .map(found -> new Located<>(found.path().orElse(""), written.at())));
  }
}
