package dev.headgate.catalog.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.rest.Endpoint;

/**
 * One endpoint and what answers it.
 *
 * @param kind whether it changes the lake
 */
record Route(Endpoint endpoint, Kind kind, Handler handler) {
  /** What an endpoint is for. */
  enum Kind {
    /** Served by every view. */
    READ,
    /** Served, and advertised, where the client may write. */
    WRITE,
    /** Known to the protocol and not to Headgate: never advertised. */
    UNSUPPORTED
  }

  private static final String PREFIX = "/v1/{prefix}/";

  /** Answers a call. */
  @FunctionalInterface
  interface Handler {
    Reply answer(Call call);
  }

  /** The path's variables, still encoded; empty: the path is not this one's. */
  Optional<Map<String, String>> match(List<String> segments) {
    String[] template = endpoint.path().substring(PREFIX.length()).split("/", -1);
    if (template.length != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < template.length; i++) {
      if (template[i].startsWith("{")) {
        variables.put(template[i].substring(1, template[i].length() - 1), segments.get(i));
      } else if (!template[i].equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
