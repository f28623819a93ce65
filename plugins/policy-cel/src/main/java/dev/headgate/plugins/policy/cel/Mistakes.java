package dev.headgate.plugins.policy.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.headgate.spi.PolicyLanguage.Mistake;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL's errors in the words of somebody who writes a policy, with lines and columns from 1. */
final class Mistakes {
  private static final Pattern FIELD = Pattern.compile("undefined field '(.*)'");
  private static final Pattern NAME = Pattern.compile("undeclared reference to '(.*)' \\(in.*");
  private static final Pattern OVERLOAD =
      Pattern.compile("(?s)found no matching overload for '(.*?)' applied to '(.*?)'( .*)?");

  private Mistakes() {}

  /** The first in the text, which may read these variables. */
  static Mistake first(List<CelIssue> issues, String expression, Set<String> variables) {
    CelIssue first =
        issues.stream()
            .min(
                Comparator.comparingInt((CelIssue i) -> i.getSourceLocation().getLine())
                    .thenComparingInt(i -> i.getSourceLocation().getColumn()))
            .orElseThrow();
    int line = Math.max(1, first.getSourceLocation().getLine());
    int column = Math.max(0, first.getSourceLocation().getColumn()) + 1;
    Matcher field = FIELD.matcher(first.getMessage());
    if (field.matches()) {
      // CEL points at the dot.
      String text = expression.lines().skip(line - 1L).findFirst().orElse("");
      int at = text.indexOf(field.group(1), text.offsetByCodePoints(0, column - 1));
      column = at < 0 ? column : text.codePointCount(0, at) + 1;
    }
    Matcher name = NAME.matcher(first.getMessage());
    return new Mistake(
        name.matches()
            ? "there is no '" + name.group(1) + "'" + Nearest.variable(name.group(1), variables)
            : plain(first.getMessage()),
        line,
        column);
  }

  /** At an expression of a tree. */
  static Mistake at(CelAbstractSyntaxTree ast, long id, String message) {
    CelSourceLocation location =
        ast.getSource().getOffsetLocation(offset(ast, id)).orElse(CelSourceLocation.of(1, 0));
    return new Mistake(message, location.getLine(), location.getColumn() + 1);
  }

  /** Where an expression is in the text; what macros add counts as the beginning. */
  static int offset(CelAbstractSyntaxTree ast, long id) {
    return ast.getSource().getPositionsMap().getOrDefault(id, 0);
  }

  static String type(CelType type) {
    return "'" + types(CelTypes.format(type)) + "'";
  }

  private static String types(String text) {
    return text.replace("google.protobuf.Timestamp", "timestamp")
        .replace("google.protobuf.Duration", "duration");
  }

  /** One line without what only helps those who know CEL's inside. */
  static String plain(String message) {
    Matcher field = FIELD.matcher(message);
    if (field.matches()) {
      return "there is no field '" + field.group(1) + "' here" + Nearest.field(field.group(1));
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return "'"
          + overload.group(1).replace("_", "").replace("@", "")
          + "' does not fit these types: "
          + types(overload.group(2));
    }
    return oneLine(message);
  }

  private static String oneLine(String message) {
    return message
        .replaceFirst("^evaluation error( at \\S+)?: ", "")
        .replaceFirst("(mismatched|extraneous) input (.*) expecting .*", "unexpected $2")
        .replaceFirst("no viable alternative at input (.*)", "unexpected $1")
        .replaceFirst("token recognition error at: (.*)", "unexpected $1")
        .replaceFirst("Expression recursion limit exceeded\\. limit: (.*)", "deeper than $1 levels")
        .replace("'<EOF>'", "end")
        .replaceAll("\\s+", " ");
  }
}
