package dev.headgate.catalog.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request's URL; where one is repeated, the first counts. */
final class Query {
  private final Map<String, String> parameters = new HashMap<>();

  Query(String raw) {
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.putIfAbsent(Target.decode(name), Target.decode(value));
      }
    }
  }

  /** A parameter that is there and not empty. */
  Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }
}
