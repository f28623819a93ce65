package dev.headgate.engine.fake;

import dev.headgate.model.Digests;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.Expectation;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Product.Notification;
import dev.headgate.model.product.Product.Parameter;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.PromotionPolicy;
import dev.headgate.model.product.PromotionPolicy.WhileWaiting;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.product.WriteMode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes definitions down; digests follow the content, as those of files do. */
public final class Defined {
  private final String name;
  private final List<Dataset> datasets = new ArrayList<>();
  private final List<Trigger.Condition> triggers = new ArrayList<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<Notification> notifications = new ArrayList<>();
  private final Map<String, String> contents = new HashMap<>();
  private PromotionPolicy promotion = PromotionPolicy.AUTOMATIC;

  private Defined(String name) {
    this.name = name;
  }

  public static Defined product(String name) {
    return new Defined(name);
  }

  /** A dataset with the job {@code fake}. */
  public Defined dataset(String dataset, String... inputs) {
    return dataset(dataset, d -> {}, inputs);
  }

  public Defined dataset(String dataset, Consumer<Table> more, String... inputs) {
    Table table = new Table(dataset, inputs);
    more.accept(table);
    datasets.add(table.build());
    contents.putAll(table.contents);
    return this;
  }

  public Defined onAnyInput() {
    triggers.add(new Trigger.Inputs(false));
    return this;
  }

  public Defined onAllInputs() {
    triggers.add(new Trigger.Inputs(true));
    return this;
  }

  public Defined onCron(String expression) {
    triggers.add(new Trigger.Cron(expression, ZoneOffset.UTC));
    return this;
  }

  public Defined parameter(String parameter, Product.ParameterType type, boolean optional) {
    parameters.put(parameter, new Parameter(type, optional));
    return this;
  }

  public Defined approvals(int need, String... groups) {
    promotion = new PromotionPolicy(need, List.of(groups), promotion.whileWaiting());
    return this;
  }

  public Defined keepingWhatWaits() {
    promotion = new PromotionPolicy(promotion.need(), promotion.from(), WhileWaiting.KEEP);
    return this;
  }

  public Defined post(String... on) {
    notifications.add(new Notification("post", Map.of(), List.of(on)));
    return this;
  }

  public Product build() {
    String digest =
        Digests.ofAll(
            List.of(
                name,
                triggers.toString(),
                new TreeMap<>(parameters).toString(),
                promotion.toString(),
                datasets.stream().map(Defined::text).toList().toString()));
    return new Product(
        ProductName.parse(name),
        new Trigger(triggers),
        parameters,
        datasets,
        notifications,
        promotion,
        digest);
  }

  private static String text(Dataset dataset) {
    return dataset.digest()
        + dataset.attempts()
        + dataset.timeout()
        + dataset.checks()
        + dataset.accepts()
        + dataset.expectations()
        + dataset.contract().map(Contract::digest);
  }

  /** Definitions of products in domains that ana and ben own; group {@code owners} is both. */
  public static Definitions all(Defined... products) {
    Map<ProductName, Product> built = new HashMap<>();
    Map<String, Domain> domains = new HashMap<>();
    Map<String, String> bundle = new HashMap<>();
    for (Defined defined : products) {
      Product product = defined.build();
      built.put(product.name(), product);
      domains.put(
          product.name().domain(),
          new Domain(
              product.name().domain(),
              List.of("ana", "ben"),
              Map.of("owners", List.of("ana", "ben", "cleo"))));
      for (Dataset dataset : product.datasets()) {
        dataset.job().files().forEach((path, sha256) -> bundle.put(sha256, path));
      }
      bundle.putAll(defined.contents);
    }
    return new Definitions(domains, built, bundle);
  }

  /** A dataset being written down. */
  public static final class Table {
    private final String name;
    private final List<DatasetName> inputs;
    private final List<CheckSpec> checks = new ArrayList<>();
    private final Map<DatasetName, Majors> accepts = new TreeMap<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final Map<String, String> contents = new HashMap<>();
    private Optional<Contract> contract = Optional.empty();
    private Job job = new Job("fake", Map.of(), Map.of());
    private int attempts = 1;
    private Duration timeout = Duration.ofHours(1);

    private Table(String name, String... inputs) {
      this.name = name;
      this.inputs = Arrays.stream(inputs).map(DatasetName::parse).toList();
    }

    public Table logic(String logic) {
      job = new Job("fake", Map.of("logic", logic), Map.of());
      return this;
    }

    public Table job(Job other) {
      job = other;
      return this;
    }

    /** Made by a query in a file. */
    public Table sql(String file, String text) {
      String sha256 = Digests.sha256(text);
      contents.put(sha256, text);
      return job(new Job("spark-sql", Map.of("file", file), Map.of(file, sha256)));
    }

    public Table sqlRule(String rule, String query) {
      checks.add(new CheckSpec(rule, "sql", Map.of("query", query), CheckSpec.Severity.ERROR));
      return this;
    }

    public Table rule(CheckSpec rule) {
      checks.add(rule);
      return this;
    }

    /** This dataset expects something of an input. */
    public Table expects(String input, CheckSpec rule) {
      expectations.add(new Expectation(DatasetName.parse(input), rule));
      return this;
    }

    public Table notBad() {
      checks.add(new CheckSpec("notBad", "notBad", Map.of(), CheckSpec.Severity.ERROR));
      return this;
    }

    public Table check(String name, CheckSpec.Severity severity) {
      checks.add(new CheckSpec(name, "notBad", Map.of(), severity));
      return this;
    }

    public Table warnIfBad() {
      checks.add(new CheckSpec("notBad", "notBad", Map.of(), CheckSpec.Severity.WARNING));
      return this;
    }

    public Table attempts(int number) {
      attempts = number;
      return this;
    }

    public Table timeout(Duration most) {
      timeout = most;
      return this;
    }

    /** With a contract of this version: columns, all longs. */
    public Table contract(String version, String... columns) {
      contract = Optional.of(FakeContracts.of(name, version, columns));
      return this;
    }

    public Table contract(Contract other) {
      contract = Optional.of(other);
      return this;
    }

    public Table accepts(String input, String majors) {
      accepts.put(DatasetName.parse(input), Majors.parse(majors));
      return this;
    }

    /** This consumer expects that nothing of an input is bad. */
    public Table expectsNotBad(String input, String consumer) {
      expectations.add(
          new Expectation(
              DatasetName.parse(input),
              new CheckSpec(
                  "not bad for " + consumer,
                  "notBad",
                  Map.of(),
                  CheckSpec.Severity.ERROR,
                  new CheckSpec.Origin(CheckSpec.Origin.Kind.EXPECTATION, consumer))));
      return this;
    }

    private Dataset build() {
      String digest =
          Digests.ofAll(
              List.of(
                  name,
                  inputs.toString(),
                  job.type(),
                  new TreeMap<>(job.settings()).toString(),
                  new TreeMap<>(job.files()).toString()));
      return new Dataset(
          DatasetName.parse(name),
          inputs,
          accepts,
          expectations,
          Optional.empty(),
          job,
          new WriteMode.Overwrite(),
          checks,
          contract,
          attempts,
          timeout,
          digest);
    }
  }
}
