package dev.headgate.server.http;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.spi.PluginException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.inject.Inject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever goes wrong in a handler into a problem document; a defect's trace is only logged.
 */
final class ProblemHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandlers.class);
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;

  private final Json json;

  @Inject
  ProblemHandlers(Json json) {
    this.json = json;
  }

  void register(RoutesConfig routes) {
    routes.exception(HeadgateException.class, this::known);
    routes.exception(PluginException.class, this::plugin);
    routes.exception(IllegalArgumentException.class, this::argument);
    routes.exception(HttpResponseException.class, this::http);
    routes.exception(Exception.class, this::unexpected);
  }

  private void known(HeadgateException e, Context context) {
    Problem problem = Problem.of(e);
    if (problem.status() >= SERVER_ERROR) {
      LOG.warn("{} {}: {}", context.method(), context.path(), e.getMessage(), e);
    }
    answer(context, problem);
  }

  private void plugin(PluginException e, Context context) {
    LOG.warn("{} {}: {}", context.method(), context.path(), e.getMessage(), e);
    answer(context, Problem.of(ErrorCode.EXTERNAL, e.getMessage()));
  }

  private void argument(IllegalArgumentException e, Context context) {
    answer(context, Problem.of(ErrorCode.INVALID_REQUEST, e.getMessage()));
  }

  private void http(HttpResponseException e, Context context) {
    ErrorCode code = e.getStatus() == NOT_FOUND ? ErrorCode.NOT_FOUND : ErrorCode.INVALID_REQUEST;
    String detail =
        e.getStatus() == NOT_FOUND
            ? "nothing is at " + context.method() + " " + context.path()
            : e.getMessage();
    answer(context, Problem.of(code, e.getStatus(), detail, List.of()));
  }

  private void unexpected(Exception e, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    answer(
        context,
        Problem.of(
            ErrorCode.INTERNAL,
            "a defect of Headgate: "
                + e.getClass().getSimpleName()
                + "; the server's log says more"));
  }

  private void answer(Context context, Problem problem) {
    context.status(problem.status()).result(json.write(problem)).contentType(Problem.CONTENT_TYPE);
  }
}
