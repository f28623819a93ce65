package dev.headgate.server.http;

import dev.headgate.model.ErrorCode;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Problem documents for what Jetty itself answers, before or beside any route: requests that are no
 * HTTP, addresses that cannot be read, headers that are too large, servlets that fail. They say
 * nothing of classes and traces.
 */
final class ServerErrors extends ErrorHandler {
  private final Json json;

  @Inject
  ServerErrors(Json json) {
    this.json = json;
  }

  /** Whatever the method. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    String reason = cause instanceof HttpException known ? known.getReason() : null;
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
    response.write(true, ByteBuffer.wrap(document(status, reason)), callback);
  }

  private byte[] document(int status, String reason) {
    return json.write(Problem.of(code(status), status, detail(status, reason), List.of()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ErrorCode code(int status) {
    if (status == HttpStatus.NOT_FOUND_404) {
      return ErrorCode.NOT_FOUND;
    }
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      return ErrorCode.EXTERNAL;
    }
    return isDefect(status) ? ErrorCode.INTERNAL : ErrorCode.INVALID_REQUEST;
  }

  /** But for what is asked in an HTTP that this server does not speak. */
  private static boolean isDefect(int status) {
    return HttpStatus.isServerError(status)
        && status != HttpStatus.NOT_IMPLEMENTED_501
        && status != HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505;
  }

  private static String detail(int status, String reason) {
    if (status == HttpStatus.NOT_FOUND_404) {
      return "nothing is at this address";
    }
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      return "the server is starting, stopping or has too much to do: try again";
    }
    if (isDefect(status)) {
      return "a defect of Headgate; the server's log says more";
    }
    String said = reason == null ? HttpStatus.getMessage(status) : reason;
    return "the request cannot be answered (" + said + "): expected a valid one";
  }
}
