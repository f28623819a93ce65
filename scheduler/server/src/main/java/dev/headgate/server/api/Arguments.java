package dev.headgate.server.api;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.ProductName;
import io.javalin.http.Context;

/** Reads what a request's path and query say. */
final class Arguments {
  static final int MAX_LIMIT = 1000;
  private static final int USUAL_LIMIT = 100;

  private Arguments() {}

  static ProductName product(Context context) {
    return ProductName.parse(context.pathParam("product"));
  }

  static long release(Context context) {
    return number("release", context.pathParam("release"));
  }

  /** How many entries are asked for. */
  static int limit(Context context) {
    String text = context.queryParam("limit");
    long limit = text == null ? USUAL_LIMIT : number("limit", text);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw invalid("limit must be from 1 to " + MAX_LIMIT + ", not " + limit);
    }
    return (int) limit;
  }

  /** A number that must not be negative. */
  static long number(String name, String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST, name + " must be a number, not '" + text + "'", e);
    }
    throw invalid(name + " must not be negative: " + text);
  }

  /** Whether something is wanted: {@code true} or {@code false}, which it is without a word. */
  static boolean flag(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw invalid("'" + name + "' must be true or false, not '" + text + "'");
    }
    return true;
  }

  /** What must be given. */
  static String required(String name, String value) {
    if (value == null || value.isBlank()) {
      throw invalid("'" + name + "' must be given");
    }
    return value.strip();
  }

  static HeadgateException invalid(String message) {
    return new HeadgateException(ErrorCode.INVALID_REQUEST, message);
  }
}
