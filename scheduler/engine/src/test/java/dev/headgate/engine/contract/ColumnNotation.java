package dev.headgate.engine.contract;

import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.LogicalType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns of contracts, separated by commas, each {@code name:type} and marks. A type is a word of
 * ODCS in lower case, one of an engine in upper case, both ({@code number/DECIMAL(9,2)}), or {@code
 * ?}; {@code object}, {@code array} and {@code map} may have fields in angle brackets. Marks:
 * {@code !} required, {@code ^} unique, {@code *n} and {@code %n} n-th of the primary and of the
 * partition key, {@code ~} deprecated, {@code #word} classification, <code>{a,b}</code> allowed
 * values, {@code [key=value,…]} options, {@code 'text'} description, {@code @term}.
 */
final class ColumnNotation {
  private static final Pattern MARK =
      Pattern.compile(
          "(!)|(\\^)|\\*(\\d+)|%(\\d+)|(~)|#(\\w+)|\\{([^}]*)}|\\[((?:[^\\[\\]]|\\[[^\\]]*])*)]|'([^']*)'|@(\\w+)");

  private ColumnNotation() {}

  static List<Column> columns(String text) {
    return text.isBlank()
        ? List.of()
        : split(text, ',').stream().map(ColumnNotation::column).toList();
  }

  private static Column column(String text) {
    int colon = text.indexOf(':');
    int end = endOfType(text, colon + 1);
    String[] types = text.substring(colon + 1, end).strip().split("/", 2);
    String logical = types[0].replaceAll("<.*", "");
    boolean known = logical.equals(logical.toLowerCase(Locale.ROOT)) && !logical.equals("?");
    Optional<String> physical =
        types.length == 2
            ? Optional.of(types[1])
            : known || logical.equals("?") ? Optional.empty() : Optional.of(types[0]);
    String inside =
        known && types[0].contains("<")
            ? types[0].substring(types[0].indexOf('<') + 1, types[0].length() - 1)
            : "";
    Marks marks = new Marks(text.substring(end).strip());
    return new Column(
        text.substring(0, colon).strip(),
        known
            ? Optional.of(LogicalType.valueOf(logical.toUpperCase(Locale.ROOT)))
            : Optional.empty(),
        physical,
        marks.has(1),
        marks.has(2),
        marks.number(3),
        marks.number(4),
        marks.text(6),
        marks.has(5),
        marks.text(9),
        marks.options(),
        marks
            .text(7)
            .map(t -> Notation.value("[" + t + "]"))
            .map(l -> List.copyOf((List<?>) l))
            .map(l -> List.<Object>copyOf(l))
            .orElse(List.of()),
        marks.text(10).stream().toList(),
        columns(inside));
  }

  private static int endOfType(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
      if (depth == 0 && "!^*%~#{['@".indexOf(c) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  /** At the separators that are in no bracket and no quotes; without blanks around the parts. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      depth += "<([{".indexOf(c) >= 0 ? 1 : ">)]}".indexOf(c) >= 0 ? -1 : 0;
      if (c == separator && depth == 0 && !quoted) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /** What was found behind a type, by the groups of the pattern. */
  private static final class Marks {
    private final Map<Integer, String> found = new HashMap<>();

    Marks(String text) {
      Matcher matcher = MARK.matcher(text);
      int end = 0;
      while (matcher.find()) {
        if (!text.substring(end, matcher.start()).isBlank()) {
          break;
        }
        end = matcher.end();
        for (int group = 1; group <= matcher.groupCount(); group++) {
          if (matcher.group(group) != null) {
            found.put(group, matcher.group(group));
          }
        }
      }
      if (!text.substring(end).isBlank()) {
        throw new IllegalArgumentException("not understood: " + text.substring(end));
      }
    }

    boolean has(int group) {
      return found.containsKey(group);
    }

    Optional<String> text(int group) {
      return Optional.ofNullable(found.get(group));
    }

    OptionalInt number(int group) {
      return has(group) ? OptionalInt.of(Integer.parseInt(found.get(group))) : OptionalInt.empty();
    }

    Map<String, Object> options() {
      Map<String, Object> options = new HashMap<>();
      for (String option : split(found.getOrDefault(8, ""), ',')) {
        if (!option.isEmpty()) {
          options.put(option.split("=", 2)[0], Notation.value(option.split("=", 2)[1]));
        }
      }
      return options;
    }
  }
}
