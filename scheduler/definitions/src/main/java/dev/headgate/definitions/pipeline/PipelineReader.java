package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.check.CheckReader;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.RuleReader;
import dev.headgate.definitions.source.FileReferences;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Product.Notification;
import dev.headgate.model.product.Product.Parameter;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a {@code pipeline.yaml}. */
public final class PipelineReader {
  private static final Keys KEYS =
      Keys.of("product", "trigger", "parameters", "datasets", "notify", "promotion");
  private static final String NAME = "its name, domain.product";
  private static final String DATASETS = "datasets by name, at least one";

  private final Values values;
  private final TriggerReader triggers;
  private final ParameterReader parameters;
  private final DatasetReader datasets;
  private final NotifyReader notifications;
  private final PromotionReader promotions;

  public PipelineReader(Problems problems, Extensions extensions, FileReferences references) {
    this.values = new Values(problems);
    RuleReader rules = new RuleReader(values, references);
    this.triggers = new TriggerReader(values);
    this.parameters = new ParameterReader(values);
    this.datasets =
        new DatasetReader(
            values,
            new JobReader(values, extensions, rules),
            new CheckReader(values, extensions, rules),
            references);
    this.notifications = new NotifyReader(values, extensions, rules);
    this.promotions = new PromotionReader(values);
  }

  /**
   * A product with the places that other files' mistakes are reported at.
   *
   * @param product without checks, contracts and digest
   */
  public record Draft(
      Product product, At at, List<DatasetReader.Draft> datasets, PromotionReader.Draft promotion) {

    /** With what contracts say; of use only without problems. */
    public Product with(Function<DatasetName, Optional<Contract>> contracts, Problems problems) {
      List<Dataset> complete =
          datasets.stream()
              .map(d -> d.with(contracts.apply(d.dataset().name()), product.name(), problems))
              .toList();
      return new Product(
          product.name(),
          product.trigger(),
          product.parameters(),
          complete,
          product.notifications(),
          product.promotion(),
          Canonical.productDigest(
              product.name(),
              product.trigger(),
              product.parameters(),
              complete,
              product.notifications(),
              product.promotion()));
    }
  }

  /** Empty where not even the name could be read. */
  public Optional<Draft> read(String file, Yaml root) {
    Optional<Section> section = Section.of(root, "a pipeline", At.startOf(file), KEYS, values);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section s = section.get();
    s.require("product", NAME);
    s.require("datasets", DATASETS);
    Optional<Located<ProductName>> name = s.text("product", NAME).flatMap(this::name);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<Located<Trigger.Condition>> conditions =
        s.entry("trigger", "when it is built").map(triggers::read).orElse(List.of());
    int before = values.problems().count();
    Map<String, Parameter> given = parameters.read(s, !conditions.isEmpty());
    List<DatasetReader.Draft> made = datasets(s, name.get().value().domain());
    if (values.problems().count() == before) {
      Placeholders placeholders = new Placeholders(values.problems(), given.keySet());
      s.value("datasets", DATASETS).ifPresent(placeholders::check);
      checkInputsTrigger(conditions, made);
    }
    List<Notification> notify = notifications.read(s);
    PromotionReader.Draft promotion =
        s.entry("promotion", "who decides")
            .map(promotions::read)
            .orElse(PromotionReader.Draft.AUTOMATIC);
    Trigger trigger = new Trigger(conditions.stream().map(Located::value).toList());
    List<Dataset> plain = made.stream().map(DatasetReader.Draft::dataset).toList();
    ProductName product = name.get().value();
    return Optional.of(
        new Draft(
            new Product(product, trigger, given, plain, notify, promotion.policy(), ""),
            name.get().at(),
            made,
            promotion));
  }

  private List<DatasetReader.Draft> datasets(Section section, String domain) {
    Map<DatasetName, DatasetReader.Draft> made = new LinkedHashMap<>();
    section.entries(
        "datasets",
        DATASETS,
        e -> {
          Optional<DatasetReader.Draft> draft = datasets.read(e, domain);
          if (draft.isPresent()) {
            DatasetReader.Draft first = made.putIfAbsent(draft.get().dataset().name(), draft.get());
            if (first != null) {
              values
                  .problems()
                  .add(
                      e.at(),
                      "dataset '"
                          + first.dataset().name()
                          + "' is already defined on line "
                          + first.at().line());
            }
          }
        });
    return List.copyOf(made.values());
  }

  private void checkInputsTrigger(
      List<Located<Trigger.Condition>> conditions, List<DatasetReader.Draft> made) {
    Set<DatasetName> own = made.stream().map(d -> d.dataset().name()).collect(Collectors.toSet());
    boolean fromOutside =
        made.stream().anyMatch(d -> d.dataset().inputs().stream().anyMatch(i -> !own.contains(i)));
    for (Located<Trigger.Condition> condition : conditions) {
      if (condition.value() instanceof Trigger.Inputs && !fromOutside) {
        values
            .problems()
            .add(
                condition.at(),
                "'inputs' never triggers: no dataset of this product has an input from outside it,"
                    + " expected at least one in 'inputs' of a dataset");
      }
    }
  }

  private Optional<Located<ProductName>> name(Located<String> text) {
    try {
      return Optional.of(new Located<>(ProductName.parse(text.value()), text.at()));
    } catch (IllegalArgumentException e) {
      values
          .problems()
          .add(
              text.at(),
              Yaml.quoted(text.value())
                  + " is not a product's name: expected domain.product in lower case letters,"
                  + " digits, '_' and '-'");
      return Optional.empty();
    }
  }
}
