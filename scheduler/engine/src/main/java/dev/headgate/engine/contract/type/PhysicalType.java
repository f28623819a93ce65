package dev.headgate.engine.contract.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type in an engine's words, as {@link TypeTable} has them.
 *
 * @param arguments precision and scale, or a length
 * @param fields of a struct, the {@code element} of a list, {@code key} and {@code value} of a map
 */
record PhysicalType(Set<Kind> kinds, List<Integer> arguments, List<Part> fields) {
  private static final Pattern SCALAR =
      Pattern.compile(
          "([A-Z][A-Z0-9_ ]*?) ?(?:[(\\[] ?(\\d{1,9}|MAX) ?(?:, ?(\\d{1,9}) ?)?[)\\]])?( WITH.*)?");
  private static final Pattern NESTED =
      Pattern.compile("(ARRAY|LIST|MAP|STRUCT|ROW) ?([<(])(.*)([>)])", Pattern.CASE_INSENSITIVE);
  private static final Pattern FIELD =
      Pattern.compile(
          "(`[^`]+`|\"[^\"]+\"|[^\\s:`\"]+) ?(?:: ?| )(.+?)( NOT NULL)?( COMMENT '.*')?",
          Pattern.CASE_INSENSITIVE);

  /** One part of a nested type. */
  record Part(String name, String type, boolean required) {}

  /** Understands a type; empty where a name in it is not in the table. */
  static Optional<PhysicalType> parse(String text) {
    String plain = text.strip().replaceAll("\\s+", " ");
    Matcher nested = NESTED.matcher(plain);
    if (nested.matches()) {
      boolean closes = nested.group(2).equals("<") == nested.group(4).equals(">");
      return closes ? nested(nested.group(1), nested.group(3)) : Optional.empty();
    }
    return scalar(plain.toUpperCase(Locale.ROOT));
  }

  private static Optional<PhysicalType> scalar(String text) {
    Matcher matcher = SCALAR.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String zone = matcher.group(4) == null ? "" : matcher.group(4);
    Set<Kind> kinds = TypeTable.ofName(matcher.group(1) + zone);
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> numbers =
        Stream.of(2, 3)
            .map(matcher::group)
            .filter(number -> number != null && !number.equals("MAX"))
            .map(Integer::valueOf)
            .toList();
    if (kinds.equals(Set.of(Kind.DECIMAL))) {
      List<Integer> both = numbers.size() == 1 ? List.of(numbers.get(0), 0) : numbers;
      return Optional.of(new PhysicalType(kinds, both, List.of()));
    }
    boolean sized = kinds.equals(Set.of(Kind.FIXED));
    return Optional.of(new PhysicalType(kinds, sized ? numbers : List.of(), List.of()));
  }

  private static Optional<PhysicalType> nested(String name, String inside) {
    Kind kind = TypeTable.ofName(name.toUpperCase(Locale.ROOT)).iterator().next();
    List<String> texts = split(inside);
    List<Part> parts = new ArrayList<>();
    if (kind == Kind.STRUCT) {
      texts.forEach(field -> field(field).ifPresent(parts::add));
    } else if (kind == Kind.LIST && texts.size() == 1) {
      parts.add(new Part("element", texts.get(0), false));
    } else if (kind == Kind.MAP && texts.size() == 2) {
      parts.add(new Part("key", texts.get(0), true));
      parts.add(new Part("value", texts.get(1), false));
    }
    boolean understood =
        !parts.isEmpty()
            && (kind != Kind.STRUCT || parts.size() == texts.size())
            && parts.stream().allMatch(p -> parse(p.type()).isPresent());
    return understood
        ? Optional.of(new PhysicalType(Set.of(kind), List.of(), List.copyOf(parts)))
        : Optional.empty();
  }

  private static Optional<Part> field(String text) {
    Matcher matcher = FIELD.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Part(
                matcher.group(1).replaceAll("[`\"]", ""),
                matcher.group(2),
                matcher.group(3) != null))
        : Optional.empty();
  }

  /** At the commas that are in no bracket. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<' || c == '(') {
        depth++;
      } else if (c == '>' || c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
