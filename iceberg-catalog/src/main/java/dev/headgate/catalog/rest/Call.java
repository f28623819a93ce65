package dev.headgate.catalog.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * One request that was routed, by a client that was let in.
 *
 * @param variables of the path, still encoded
 * @param body none where the method has none
 */
record Call(
    HttpServletRequest http,
    Query query,
    Session session,
    Map<String, String> variables,
    Body body) {

  Namespace namespace() {
    return Names.namespace(Target.decode(variables.get("namespace")));
  }

  TableIdentifier table() {
    return Names.identifier(namespace(), Target.decode(variables.get("table")));
  }

  TableIdentifier view() {
    return Names.identifier(namespace(), Target.decode(variables.get("view")));
  }

  <T> T message(Class<T> type) {
    return body.as(type);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(http.getHeader(name));
  }
}
