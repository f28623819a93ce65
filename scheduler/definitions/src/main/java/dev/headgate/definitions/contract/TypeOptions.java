package dev.headgate.definitions.contract;

import static dev.headgate.definitions.shape.Shape.Plain.FLAG;
import static dev.headgate.definitions.shape.Shape.Plain.NAME;
import static dev.headgate.definitions.shape.Shape.Plain.NUMBER;
import static dev.headgate.definitions.shape.Shape.Plain.SIZE;

import dev.headgate.definitions.bitol.ShapeBuilder;
import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Fields;
import dev.headgate.definitions.shape.Shape.Items;
import dev.headgate.definitions.shape.Shape.Words;
import dev.headgate.definitions.shape.ShapeCheck;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.LogicalType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code logicalTypeOptions}: what they are, and one rule for each that can be checked. */
final class TypeOptions {
  private static final List<String> SIZES =
      List.of("minLength", "maxLength", "minItems", "maxItems");

  /** The formats that say of the values what can be checked. */
  private static final Map<LogicalType, List<String>> FORMATS =
      Map.of(
          LogicalType.STRING,
          List.of("uuid", "email", "uri", "hostname", "ipv4", "ipv6", "byte", "date", "time"),
          LogicalType.INTEGER,
          List.of("i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"));

  private final ApiVersion version;
  private final Values values;
  private final ShapeCheck shapes;
  private final Bounds bounds;

  TypeOptions(ApiVersion version, Values values) {
    this.version = version;
    this.values = values;
    this.shapes = new ShapeCheck(values);
    this.bounds = new Bounds(values);
  }

  /**
   * The options.
   *
   * @param written as the model has them
   * @param rules what they ask of the values
   */
  record Read(Map<String, Object> written, List<CheckDraft> rules) {
    static final Read NONE = new Read(Map.of(), List.of());
  }

  /** Reads the options of a column of this type. */
  Read read(Yaml.Entry entry, LogicalType type, Optional<String> physical, String column) {
    if (type == LogicalType.BOOLEAN || type == LogicalType.MAP) {
      values
          .problems()
          .add(
              entry.at(),
              "'logicalTypeOptions': type " + type + " has none: expected the property without it");
      return Read.NONE;
    }
    int before = values.problems().count();
    shapes.check(entry.value(), shape(type), entry.key(), entry.at());
    if (values.problems().count() > before || !(entry.value() instanceof Yaml.Mapping map)) {
      return Read.NONE;
    }
    Checked options = new Checked(map);
    Map<String, Object> written = new TreeMap<>();
    map.entries()
        .forEach(e -> values.any(e.value(), e.key()).ifPresent(v -> written.put(e.key(), v)));
    List<CheckDraft> rules = new ArrayList<>();
    Map<String, Object> limits =
        bounds.read(options, type, Family.of(Optional.of(type), physical, written));
    limits.forEach((key, limit) -> rules.add(rule(options, key, column, Map.of(key, limit))));
    for (String size : SIZES) {
      options
          .whole(size)
          .ifPresent(n -> rules.add(rule(options, size, column, Map.of(size, n.longValue()))));
    }
    checkOrder(options, "minLength", "maxLength");
    checkOrder(options, "minItems", "maxItems");
    checkOrder(options, "minProperties", "maxProperties");
    multipleOf(options, column, rules);
    if (options.flag("uniqueItems")) {
      rules.add(rule(options, "uniqueItems", column, Map.of("uniqueItems", true)));
    }
    options.located("pattern").ifPresent(p -> pattern(p, options, column, rules));
    options
        .text("format")
        .filter(FORMATS.getOrDefault(type, List.of())::contains)
        .ifPresent(f -> rules.add(rule(options, "format", column, Map.of("format", f))));
    return new Read(written, rules);
  }

  private void multipleOf(Checked options, String column, List<CheckDraft> rules) {
    options
        .value("multipleOf")
        .ifPresent(
            value -> {
              Object number = values.number(value).orElseThrow();
              if (new BigDecimal(number.toString()).signum() <= 0) {
                values.wrong(value, "multipleOf", "a number above 0");
              } else {
                rules.add(rule(options, "multipleOf", column, Map.of("multipleOf", number)));
              }
            });
  }

  private void pattern(
      Located<String> pattern, Checked options, String column, List<CheckDraft> rules) {
    try {
      Pattern.compile(pattern.value());
      rules.add(rule(options, "pattern", column, Map.of("pattern", pattern.value())));
    } catch (PatternSyntaxException e) {
      values
          .problems()
          .add(
              pattern.at(),
              "'pattern': "
                  + Yaml.quoted(pattern.value())
                  + " is no regular expression: "
                  + e.getDescription());
    }
  }

  private static CheckDraft rule(
      Checked options, String option, String column, Map<String, Object> arguments) {
    return CheckDraft.implied(
        options.entry(option).map(Yaml.Entry::at).orElse(options.at()),
        option + "(" + column + ")",
        "invalidValues",
        Map.of("column", column, "arguments", arguments));
  }

  private void checkOrder(Checked options, String lower, String upper) {
    int least = options.whole(lower).orElse(0);
    int most = options.whole(upper).orElse(Integer.MAX_VALUE);
    if (least > most) {
      values
          .problems()
          .add(
              options.entry(upper).orElseThrow().at(),
              "'" + upper + "': " + most + " is less than '" + lower + "', " + least);
    }
  }

  private Fields shape(LogicalType type) {
    ShapeBuilder options = new ShapeBuilder(version, "'logicalTypeOptions' of type " + type);
    switch (type) {
      case STRING ->
          options
              .key("minLength", SIZE)
              .key("maxLength", SIZE)
              .key("pattern", NAME)
              .key("format", NAME);
      case DATE -> limits(options.key("format", NAME), NAME);
      case TIMESTAMP, TIME ->
          limits(options.key("format", NAME), NAME)
              .key("timezone", FLAG)
              .key("defaultTimezone", NAME);
      case INTEGER ->
          limits(options.key("multipleOf", NUMBER), NUMBER)
              .key(
                  "format",
                  new Words(
                      List.of(
                          "i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128")));
      case NUMBER ->
          limits(options.key("multipleOf", NUMBER), NUMBER)
              .key("format", new Words(List.of("f32", "f64")));
      case OBJECT ->
          options
              .key("minProperties", SIZE)
              .key("maxProperties", SIZE)
              .key("required", new Items(NAME, 0));
      case ARRAY -> options.key("minItems", SIZE).key("maxItems", SIZE).key("uniqueItems", FLAG);
      case BOOLEAN, MAP -> {}
    }
    return options.build();
  }

  /** In v3.0 the exclusive ones say of the others what they are, as in older JSON Schema. */
  private ShapeBuilder limits(ShapeBuilder options, Shape limit) {
    Shape exclusive = version.isAtLeast(ApiVersion.V3_1_0) ? limit : FLAG;
    return options
        .key("minimum", limit)
        .key("maximum", limit)
        .key("exclusiveMinimum", exclusive)
        .key("exclusiveMaximum", exclusive);
  }
}
