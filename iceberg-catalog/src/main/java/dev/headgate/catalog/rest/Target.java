package dev.headgate.catalog.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.RESTUtil;

/**
 * What a request is about: {@code /v1/…} or {@code /<warehouse>/v1/…}, each with or without a
 * prefix after {@code v1}.
 *
 * @param warehouse that the path names; empty: it names none
 * @param segments what follows {@code v1} and the prefix, still encoded
 */
record Target(Optional<String> warehouse, List<String> segments) {
  private static final String VERSION = "v1";

  /** What a path without a prefix may begin with; no view has such a name. */
  private static final Set<String> ROOTS =
      Set.of("config", "oauth", "namespaces", "tables", "views", "transactions");

  Target {
    segments = List.copyOf(segments);
  }

  /** The raw path below where the servlet is mounted; empty if it is none of the protocol's. */
  static Optional<Target> parse(String rawPath) {
    List<String> parts = new ArrayList<>(Arrays.asList(rawPath.split("/")));
    if (!parts.isEmpty() && parts.get(0).isEmpty()) {
      parts.remove(0);
    }
    int version = parts.indexOf(VERSION);
    if (version < 0 || version > 1 || parts.size() == version + 1) {
      return Optional.empty();
    }
    Optional<String> base = version == 1 ? Optional.of(decode(parts.get(0))) : Optional.empty();
    List<String> below = parts.subList(version + 1, parts.size());
    if (ROOTS.contains(below.get(0))) {
      return Optional.of(new Target(base, below));
    }
    String prefix = decode(below.get(0));
    base.ifPresent(warehouse -> checkSame(warehouse, prefix));
    return Optional.of(new Target(Optional.of(prefix), below.subList(1, below.size())));
  }

  private static void checkSame(String warehouse, String prefix) {
    boolean pinned = warehouse.equals("pinned") && prefix.startsWith("instant-");
    if (!pinned && !warehouse.equals(prefix)) {
      throw new BadRequestException(
          "the path names two warehouses, %s and %s: expected the prefix that %s/v1/config answers",
          warehouse, prefix, warehouse);
    }
  }

  static String decode(String encoded) {
    try {
      return RESTUtil.decodeString(encoded);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e, "'%s' is not percent-encoded: %s", encoded, e.getMessage());
    }
  }
}
