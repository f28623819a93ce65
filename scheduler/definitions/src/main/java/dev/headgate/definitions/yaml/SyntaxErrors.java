package dev.headgate.definitions.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The YAML parser's errors in the words of somebody who writes a definition. */
final class SyntaxErrors {
  private SyntaxErrors() {}

  /** Whether YAML allows all characters; the first that it does not is a problem. */
  static boolean onlyPrintable(String file, String text, Problems problems) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        problems.add(
            At.in(file, text, i),
            String.format("the character U+%04X is not allowed in YAML: expected text", c));
        return false;
      }
    }
    return true;
  }

  /** Adds the error as a problem, where its cause is rather than where the parser gave up. */
  static void report(String file, String text, YamlEngineException error, Problems problems) {
    if (!(error instanceof MarkedYamlEngineException marked)) {
      problems.add(At.startOf(file), "not YAML: " + oneLine(error.getMessage()));
      return;
    }
    String context = Optional.ofNullable(marked.getContext()).orElse("");
    String problem = oneLine(marked.getProblem());
    Optional<At> opened = marked.getContextMark().map(m -> at(file, text, m));
    At here =
        marked
            .getProblemMark()
            .map(m -> at(file, text, m))
            .or(() -> opened)
            .orElse(At.startOf(file));
    boolean atEnd =
        marked
            .getProblemMark()
            .map(m -> text.codePoints().skip(m.getIndex()).allMatch(Character::isWhitespace))
            .orElse(true);

    if (context.contains("quoted scalar") && atEnd) {
      problems.add(opened.orElse(here), "a quote is opened here and never closed");
    } else if (context.contains("flow sequence")) {
      problems.add(opened.orElse(here), "in the list that begins here: " + expected(problem, here));
    } else if (context.contains("flow mapping")) {
      problems.add(
          opened.orElse(here), "in the mapping that begins here: " + expected(problem, here));
    } else if (context.endsWith("scanning an alias") || context.endsWith("scanning an anchor")) {
      String sign = context.endsWith("alias") ? "'*'" : "'&'";
      problems.add(
          opened.orElse(here),
          "a value cannot begin with " + sign + " like this: put it in quotes");
    } else if (problem.contains("TAB")) {
      problems.add(here, "a tab: YAML does not allow tabs here, expected spaces");
    } else if (problem.contains("cannot start any token")) {
      problems.add(
          here, "a value cannot begin with " + quotedCharacter(problem) + ": put it in quotes");
    } else if (problem.startsWith("mapping values are not allowed")) {
      problems.add(
          here,
          "unexpected ':': the indentation is wrong, or a value with ': ' in it is not in quotes");
    } else if (problem.startsWith("could not find expected ':'")) {
      problems.add(opened.orElse(here), "expected 'key: value', found no ':'");
    } else if (problem.startsWith("expected <block end>")) {
      problems.add(here, "wrong indentation: this does not belong to what is above it");
    } else {
      problems.add(here, "not YAML: " + (context.isEmpty() ? "" : context + ": ") + problem);
    }
  }

  private static String expected(String problem, At here) {
    return problem
            .replaceFirst("'?<stream end>'?$", "the end of the file")
            .replaceFirst("but (got|found) '?(\\S)'?$", "found '$2'")
            .replace(" but got ", " found ")
        + " (line "
        + here.line()
        + ")";
  }

  private static String quotedCharacter(String problem) {
    int first = problem.indexOf('\'');
    int last = problem.indexOf('\'', first + 1);
    return first < 0 || last < 0 ? "this" : problem.substring(first, last + 1);
  }

  /** The parser counts the end of a text one too far where its last line is not ended. */
  private static At at(String file, String text, Mark mark) {
    String line = text.lines().skip(mark.getLine()).findFirst().orElse("");
    int end = line.codePointCount(0, line.length()) + 1;
    return new At(file, mark.getLine() + 1, Math.min(mark.getColumn() + 1, end));
  }

  private static String oneLine(String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }
}
