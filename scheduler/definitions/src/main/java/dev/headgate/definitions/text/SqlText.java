package dev.headgate.definitions.text;

import dev.headgate.definitions.yaml.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at SQL just enough to see whether it is one query. Knows comments, quotes and semicolons;
 * everything else is the engine's business.
 */
public final class SqlText {
  private static final Set<String> QUERY = Set.of("SELECT", "WITH", "VALUES", "FROM", "TABLE");
  private static final List<String> INSERTS = List.of("INTO", "OVERWRITE");
  private static final String EXPECTED = "expected one query that begins with SELECT or WITH";

  private final String sql;
  private int position;
  private int depth;
  private int statementEnd = -1;
  private String first = "";
  private String previous = "";

  private SqlText(String sql) {
    this.sql = sql;
  }

  /** What is wrong, at an index into the text. */
  public record Mistake(int index, String message) {}

  /** The first mistake, if it is not exactly one query. */
  public static Optional<Mistake> mistake(String sql) {
    return new SqlText(sql).scan();
  }

  private Optional<Mistake> scan() {
    while (position < sql.length()) {
      char c = sql.charAt(position);
      int start = position;
      Optional<Mistake> mistake = Optional.empty();
      if (sql.startsWith("--", position)) {
        int end = sql.indexOf('\n', position);
        position = end < 0 ? sql.length() : end + 1;
      } else if (sql.startsWith("/*", position)) {
        mistake = skipComment();
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        position++;
      } else if (statementEnd >= 0 && c != ';') {
        mistake = refuse(start, "a second statement: " + EXPECTED);
      } else if (c == '\'' || c == '"' || c == '`') {
        mistake = skipQuoted(c);
        first = first.isEmpty() ? "'" : first;
      } else if (Character.isLetter(c) || c == '_') {
        mistake = word();
      } else {
        mistake = symbol(c);
      }
      if (mistake.isPresent()) {
        return mistake;
      }
      if (!first.isEmpty() && !QUERY.contains(first)) {
        return refuse(start, "begins with " + Yaml.quoted(first) + ": " + EXPECTED);
      }
    }
    return first.isEmpty() ? refuse(0, "no SQL in it: " + EXPECTED) : Optional.empty();
  }

  private Optional<Mistake> symbol(char c) {
    position++;
    previous = "";
    if (c == ';') {
      if (first.isEmpty()) {
        return refuse(position - 1, "nothing before ';': " + EXPECTED);
      }
      statementEnd = position - 1;
    } else if (c == '(') {
      depth++;
    } else if (c == ')') {
      depth--;
    } else if (first.isEmpty()) {
      first = String.valueOf(c);
    }
    return Optional.empty();
  }

  private Optional<Mistake> word() {
    int start = position;
    while (position < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(position)) || sql.charAt(position) == '_')) {
      position++;
    }
    String word = sql.substring(start, position).toUpperCase(Locale.ROOT);
    if (first.isEmpty()) {
      first = word;
    }
    boolean writes = depth == 0 && previous.equals("INSERT") && INSERTS.contains(word);
    previous = word;
    return writes
        ? refuse(start, "writes with INSERT: " + EXPECTED + ", Headgate writes its result")
        : Optional.empty();
  }

  private Optional<Mistake> skipComment() {
    int start = position;
    int open = 0;
    while (position < sql.length()) {
      if (sql.startsWith("/*", position)) {
        open++;
        position += 2;
      } else if (sql.startsWith("*/", position)) {
        open--;
        position += 2;
        if (open == 0) {
          return Optional.empty();
        }
      } else {
        position++;
      }
    }
    return refuse(start, "a comment is opened here and never closed: expected '*/'");
  }

  private Optional<Mistake> skipQuoted(char quote) {
    int start = position;
    position++;
    while (position < sql.length()) {
      char c = sql.charAt(position);
      if (c == '\\' && quote != '`') {
        position += 2;
      } else {
        position++;
        if (c == quote) {
          return Optional.empty();
        }
      }
    }
    return refuse(start, "a quote is opened here and never closed: expected " + quote);
  }

  private static Optional<Mistake> refuse(int index, String message) {
    return Optional.of(new Mistake(index, message));
  }
}
