package dev.headgate.definitions.contract;

import static dev.headgate.definitions.shape.Shape.Plain.FLAG;
import static dev.headgate.definitions.shape.Shape.Plain.NAME;
import static dev.headgate.definitions.shape.Shape.Plain.NUMBER;
import static dev.headgate.definitions.shape.Shape.Plain.SIZE;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Fields;
import dev.headgate.definitions.shape.Shape.Items;
import dev.headgate.definitions.shape.Shape.Words;
import dev.headgate.definitions.shape.ShapeCheck;
import dev.headgate.definitions.text.FormatText;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code logicalTypeOptions}: what they are, and one rule for each that can be checked. */
final class TypeOptions {
  private static final List<String> SIZES =
      List.of("minLength", "maxLength", "minItems", "maxItems");
  private static final Map<String, Map<String, Object>> INTEGERS =
      Map.of(
          "i8", between(-128L, 127L),
          "i16", between(-32768L, 32767L),
          "i32", between(-2147483648L, 2147483647L),
          "u8", between(0L, 255L),
          "u16", between(0L, 65535L),
          "u32", between(0L, 4294967295L),
          "u64", Map.of("minimum", 0L),
          "u128", Map.of("minimum", 0L));

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

  private static Map<String, Object> between(long minimum, long maximum) {
    return Map.of("minimum", minimum, "maximum", maximum);
  }

  /** Reads the options of a column of this type. */
  Read read(Yaml.Entry entry, LogicalType type, String column) {
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
    Map<String, Object> limits = bounds.read(options, type);
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
    options.text("format").ifPresent(f -> format(f, type, options, column, rules));
    return new Read(written, rules);
  }

  private void multipleOf(Checked options, String column, List<CheckDraft> rules) {
    options
        .value("multipleOf")
        .ifPresent(
            value -> {
              Object number = values.number(value).orElseThrow();
              if (((Number) number).doubleValue() <= 0) {
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

  private static void format(
      String format, LogicalType type, Checked options, String column, List<CheckDraft> rules) {
    if (type == LogicalType.STRING) {
      FormatText.pattern(format)
          .ifPresent(p -> rules.add(rule(options, "format", column, Map.of("pattern", p))));
    } else if (type == LogicalType.INTEGER && INTEGERS.containsKey(format)) {
      rules.add(rule(options, "format", column, INTEGERS.get(format)));
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
