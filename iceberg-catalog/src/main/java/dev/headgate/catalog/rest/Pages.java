package dev.headgate.catalog.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.exceptions.BadRequestException;

/**
 * Splits lists into pages. A page's token is the last key before it, so that names which come and
 * go between two pages neither repeat nor hide others.
 */
final class Pages {
  private Pages() {}

  /** A part of a list; {@code next} is null after the last one. */
  record Page<T>(List<T> items, String next) {}

  static <T> Page<T> of(List<T> all, Function<T, String> key, Query query) {
    Optional<String> after = query.find("pageToken").map(Pages::key);
    List<T> left =
        all.stream()
            .sorted(Comparator.comparing(key))
            .filter(item -> after.isEmpty() || key.apply(item).compareTo(after.get()) > 0)
            .toList();
    int size = query.find("pageSize").map(Pages::size).orElse(Integer.MAX_VALUE);
    if (left.size() <= size) {
      return new Page<>(left, null);
    }
    List<T> items = left.subList(0, size);
    return new Page<>(items, token(key.apply(items.get(size - 1))));
  }

  private static int size(String text) {
    try {
      int size = Integer.parseInt(text);
      if (size > 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      throw new BadRequestException(e, "pageSize is '%s', expected a number", text);
    }
    throw new BadRequestException("pageSize is %s, expected 1 or more", text);
  }

  private static String token(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(
          e, "pageToken is '%s', expected the next-page-token of the page before", token);
    }
  }
}
