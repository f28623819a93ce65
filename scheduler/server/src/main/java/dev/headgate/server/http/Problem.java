package dev.headgate.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headgate.engine.PlanRefusedException;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Places;
import java.util.List;
import java.util.Locale;

/**
 * An RFC 9457 problem document.
 *
 * @param type a URI that names the kind of problem
 * @param title the same for all problems of the type
 * @param detail what is wrong here, and what to do
 * @param code the {@link ErrorCode}, for programs
 * @param problems single mistakes in uploaded definitions; not there for other problems
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    ErrorCode code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mistake> problems) {
  static final String CONTENT_TYPE = "application/problem+json";

  public Problem {
    problems = List.copyOf(problems);
  }

  static Problem of(ErrorCode code, String detail) {
    return of(code, status(code), detail, List.of());
  }

  static Problem of(HeadgateException e) {
    return of(e.code(), status(e.code()), e.getMessage(), mistakes(e));
  }

  private static List<Mistake> mistakes(HeadgateException e) {
    if (e instanceof InvalidDefinitionsException invalid) {
      return invalid.mistakes();
    }
    if (e instanceof PlanRefusedException refused) {
      return refused.errors().stream()
          .flatMap(f -> f.place().map(p -> mistake(p, f.message())).stream())
          .toList();
    }
    return List.of();
  }

  private static Mistake mistake(Places.Place place, String message) {
    return new Mistake(place.file(), place.line(), place.column(), message);
  }

  static Problem of(ErrorCode code, int status, String detail, List<Mistake> mistakes) {
    String name = code.name().toLowerCase(Locale.ROOT);
    return new Problem(
        "urn:headgate:problem:" + name.replace('_', '-'),
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' '),
        status,
        detail,
        code,
        mistakes);
  }

  /** The status of an error: by its kind, but for what HTTP has a word of its own. */
  static int status(ErrorCode code) {
    return switch (code) {
      case NOT_FOUND -> 404;
      case NOT_ALLOWED -> 403;
      case INVALID_REQUEST, INVALID_DEFINITION, NOT_SUPPORTED_YET -> 400;
      case WRONG_STATE, DIGEST_CHANGED, BASE_MOVED, ALREADY_EXISTS -> 409;
      case OUTCOME_UNKNOWN, JOB_FAILED, EXTERNAL -> 502;
      case INTERNAL -> 500;
    };
  }

  /** One mistake in a file. */
  public record Mistake(String file, int line, int column, String message) {}
}
