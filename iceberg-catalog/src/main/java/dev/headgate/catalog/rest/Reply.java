package dev.headgate.catalog.rest;

import java.util.Map;
import java.util.Optional;

/** What a request is answered with; without a body there is none. */
record Reply(int status, Map<String, String> headers, Optional<Object> body) {
  static Reply ok(Object body) {
    return new Reply(200, Map.of(), Optional.of(body));
  }

  static Reply ok(Object body, String etag) {
    return new Reply(200, Map.of("ETag", etag), Optional.of(body));
  }

  static Reply done() {
    return new Reply(204, Map.of(), Optional.empty());
  }

  static Reply notModified(String etag) {
    return new Reply(304, Map.of("ETag", etag), Optional.empty());
  }
}
