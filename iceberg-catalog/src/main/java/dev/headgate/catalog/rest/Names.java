package dev.headgate.catalog.rest;

import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.BadRequestException;

/** Names that come from outside, which the lake must be able to keep. */
final class Names {
  private static final String SEPARATOR = "\u001f";
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_NAMESPACE = 1000;

  private Names() {}

  /** From a decoded path or parameter, with U+001F between the levels. */
  static Namespace namespace(String joined) {
    return checked(Namespace.of(joined.split(SEPARATOR, -1)));
  }

  static TableIdentifier identifier(Namespace namespace, String name) {
    return checked(TableIdentifier.of(namespace, name));
  }

  static TableIdentifier checked(TableIdentifier identifier) {
    checked(identifier.namespace());
    check(identifier.name(), "the name of a table or view");
    return identifier;
  }

  static Namespace checked(Namespace namespace) {
    if (namespace.isEmpty()) {
      throw new BadRequestException(
          "a namespace is missing: the root holds nothing but namespaces");
    }
    for (String level : namespace.levels()) {
      check(level, "a level of a namespace");
    }
    if (String.join(SEPARATOR, namespace.levels()).length() > LONGEST_NAMESPACE) {
      throw new BadRequestException(
          "the namespace is longer than %s characters", LONGEST_NAMESPACE);
    }
    return namespace;
  }

  private static void check(String name, String what) {
    boolean printable = name.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    if (name.isEmpty() || name.length() > LONGEST_NAME || !printable) {
      throw new BadRequestException(
          "'%s' cannot be %s: expected 1 to %s characters, none of them a control character",
          name.length() > LONGEST_NAME ? name.substring(0, 40) + "…" : name, what, LONGEST_NAME);
    }
  }
}
