package dev.headgate.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.model.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns problem documents into exit codes, messages and mistakes. */
final class Problems {
  private static final int NOT_FOUND = 404;

  private Problems() {}

  static CliException of(int status, byte[] body) {
    try {
      JsonNode problem = new ObjectMapper().readTree(body);
      Optional<ErrorCode> code = code(problem.path("code").asText());
      if (code.isPresent()) {
        return new CliException(
            ExitCode.of(code.get()), problem.path("detail").asText(), null, mistakes(problem));
      }
    } catch (IOException e) {
      return unknown(status, body, e);
    }
    return unknown(status, body, null);
  }

  private static List<Mistake> mistakes(JsonNode problem) {
    List<Mistake> mistakes = new ArrayList<>();
    for (JsonNode mistake : problem.path("problems")) {
      mistakes.add(
          new Mistake(
              mistake.path("file").asText(),
              mistake.path("line").asInt(),
              mistake.path("column").asInt(),
              mistake.path("message").asText()));
    }
    return mistakes;
  }

  private static CliException unknown(int status, byte[] body, IOException cause) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    return new CliException(
        status == NOT_FOUND ? ExitCode.NOT_FOUND : ExitCode.FAILED,
        "the server answered with status " + status + (text.isEmpty() ? "" : ": " + text),
        cause);
  }

  private static Optional<ErrorCode> code(String text) {
    return Arrays.stream(ErrorCode.values()).filter(c -> c.name().equals(text)).findFirst();
  }
}
