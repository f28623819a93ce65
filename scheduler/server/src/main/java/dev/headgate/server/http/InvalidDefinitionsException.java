package dev.headgate.server.http;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.util.List;
import java.util.stream.Collectors;

/** Uploaded definitions have mistakes; nothing was applied. */
public final class InvalidDefinitionsException extends HeadgateException {
  private final List<Problem.Mistake> mistakes;

  public InvalidDefinitionsException(List<Problem.Mistake> mistakes) {
    super(ErrorCode.INVALID_DEFINITION, text(mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Each by itself; the message has all. */
  public List<Problem.Mistake> mistakes() {
    return mistakes;
  }

  private static String text(List<Problem.Mistake> mistakes) {
    return mistakes.stream()
        .map(m -> m.file() + ":" + m.line() + ":" + m.column() + ": " + m.message())
        .collect(Collectors.joining("\n"));
  }
}
