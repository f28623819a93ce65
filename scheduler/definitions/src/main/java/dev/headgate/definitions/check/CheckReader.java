package dev.headgate.definitions.check;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.definitions.keys.RuleReader;
import dev.headgate.definitions.keys.TypedEntry;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.check.CheckSpec.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads ODCS quality rules, in a pipeline or in a contract. */
public final class CheckReader {
  private static final String SQL = "sql";
  private static final String TEXT = "text";
  private static final String CUSTOM = "custom";
  private static final String LIST = "a list of checks, for example [{metric: rowCount, …}]";
  private static final List<String> TYPES = List.of("library", SQL, TEXT, CUSTOM);
  private static final List<String> TEXTS = List.of("description", "dimension", "id");
  private static final Keys KEYS =
      Keys.of("type", "metric", "name", "severity", "description", "dimension", "id")
          .and(Comparison.OPERATORS);
  private static final Keys PROSE =
      Keys.of("type", "description", "name", "severity", "dimension", "id");

  private final Values values;
  private final CheckSettings checkSettings;
  private final Comparison comparison;
  private final CustomCheck custom;
  private final Map<String, List<KeyRule>> metrics;
  private final Optional<List<KeyRule>> sql;

  public CheckReader(Values values, Extensions extensions, RuleReader rules) {
    this.values = values;
    this.checkSettings = new CheckSettings(values, rules);
    this.comparison = new Comparison(values);
    this.metrics = new TreeMap<>(extensions.checks());
    this.sql = Optional.ofNullable(metrics.remove(SQL));
    this.custom = new CustomCheck(values, metrics);
  }

  /**
   * What a list of rules says.
   *
   * @param texts rules that are documentation only
   */
  public record Drafts(List<CheckDraft> rules, List<String> texts) {
    public static final Drafts NONE = new Drafts(List.of(), List.of());
  }

  /** The keys that a rule compares by. */
  public static List<String> operators() {
    return Comparison.OPERATORS;
  }

  /** The rules under {@code checks}. */
  public Drafts read(Section section) {
    return read(section.items("checks", LIST), RulePlace.PIPELINE);
  }

  /** The rules under another key, of which at least one is expected. */
  public Drafts read(Section section, String key) {
    return read(section.items(key, LIST), RulePlace.PIPELINE);
  }

  public Drafts read(List<Yaml> items, RulePlace place) {
    List<CheckDraft> rules = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Yaml item : items) {
      if (type(item).equals(TEXT)) {
        prose(item).ifPresent(texts::add);
      } else if (place.inContract() && type(item).equals(CUSTOM) && CustomCheck.isForeign(item)) {
        custom.foreign(item).ifPresent(texts::add);
      } else {
        one(item, place).ifPresent(rules::add);
      }
    }
    return new Drafts(rules, texts);
  }

  private static String type(Yaml item) {
    return find(item, "type")
        .filter(Yaml.Scalar.class::isInstance)
        .map(v -> ((Yaml.Scalar) v).text())
        .orElse("library");
  }

  private Optional<String> prose(Yaml item) {
    Optional<Section> section =
        Section.of(item, "a check of type 'text'", item.at(), PROSE, values);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section s = section.get();
    s.require("description", "what is promised, in words");
    s.text("name", "a short name");
    severity(s);
    return s.text("description", "a text").map(Located::value);
  }

  private Optional<CheckDraft> one(Yaml item, RulePlace place) {
    boolean isCustom = type(item).equals(CUSTOM);
    boolean isSql = type(item).equals(SQL) && sql.isPresent();
    Optional<Section> outer = isCustom ? custom.open(item) : Optional.empty();
    Optional<TypedEntry.Opened> opened =
        isCustom
            ? outer.flatMap(o -> custom.implementation(o, place))
            : isSql ? openSql(place.completed(item)) : openLibrary(item, place);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    Section section = opened.get().section();
    Section about = outer.orElse(section);
    about.word("type", TYPES);
    String type = opened.get().type();
    String what = isSql ? "a check of type 'sql'" : "the check " + type;
    int before = values.problems().count();
    Map<String, Object> compared = comparison.read(section, what, isSql);
    Map<String, Object> settings = new TreeMap<>(compared);
    List<KeyRule> keys = isSql ? sql.get() : metrics.get(type);
    settings.putAll(checkSettings.read(section, type, what, keys, place));
    if (RulePlace.LIBRARY.contains(type) && values.problems().count() == before) {
      comparison.checkReachable(section, what, compared, "percent".equals(settings.get("unit")));
    }
    for (String key : TEXTS) {
      if (!settings.containsKey(key)
          && (isCustom || keys.stream().noneMatch(k -> k.name().equals(key)))) {
        about.text(key, "a text").ifPresent(t -> settings.put(key, t.value()));
      }
    }
    Severity severity = severity(about);
    Optional<Located<String>> name = about.text("name", "a short name");
    if (place.inContract() && name.isEmpty()) {
      name = about.text("id", "an id");
    }
    return Optional.of(new CheckDraft(item.at(), name, type, settings, severity, Optional.empty()));
  }

  private Severity severity(Section about) {
    return about
        .word("severity", List.of("error", "warning", "info"))
        .filter(w -> !w.value().equals("error"))
        .map(w -> Severity.WARNING)
        .orElse(Severity.ERROR);
  }

  private Optional<TypedEntry.Opened> openLibrary(Yaml item, RulePlace place) {
    Map<String, List<KeyRule>> known = place.known(metrics);
    Optional<String> metric =
        find(item, "metric")
            .filter(Yaml.Scalar.class::isInstance)
            .map(v -> ((Yaml.Scalar) v).text());
    if (place.column().isPresent() && metric.isPresent() && known.containsKey(metric.get())) {
      At at = item.at();
      if (known.get(metric.get()).stream().noneMatch(k -> k.name().equals(RulePlace.COLUMN))) {
        values
            .problems()
            .add(
                at,
                "the check "
                    + metric.get()
                    + " is of the dataset as a whole: expected it in 'quality' of the schema"
                    + " object");
        return Optional.empty();
      }
    }
    return new TypedEntry("metric", KEYS, CheckSettings.topLevel(known), values)
        .open(place.completed(item), "a check", item.at());
  }

  private Optional<TypedEntry.Opened> openSql(Yaml item) {
    List<String> own = KEYS.known().stream().filter(k -> !k.equals("metric")).toList();
    return new TypedEntry(
            "type",
            new Keys(own, Map.of()),
            CheckSettings.topLevel(Map.of(SQL, sql.orElseThrow())),
            values)
        .open(item, "a check", item.at());
  }

  static Optional<Yaml> find(Yaml value, String key) {
    return value instanceof Yaml.Mapping map
        ? map.entries().stream().filter(e -> e.key().equals(key)).map(Yaml.Entry::value).findFirst()
        : Optional.empty();
  }
}
