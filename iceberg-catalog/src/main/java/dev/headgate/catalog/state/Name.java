package dev.headgate.catalog.state;

import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A name in the lake: a table or view, or a namespace itself, whose {@code name} is empty. Levels
 * of a namespace are joined by U+001F, as in the paths of the Iceberg REST protocol.
 */
public record Name(String namespace, String name) implements Comparable<Name> {
  private static final String SEPARATOR = "\u001f";

  public Name {
    if (namespace.isEmpty()) {
      throw new IllegalArgumentException("a name needs a namespace: '" + name + "'");
    }
  }

  public static Name of(TableIdentifier identifier) {
    return new Name(joined(identifier.namespace()), identifier.name());
  }

  public static Name of(Namespace namespace) {
    return new Name(joined(namespace), "");
  }

  /** A namespace's levels in one text; empty for the root. */
  public static String joined(Namespace namespace) {
    return String.join(SEPARATOR, namespace.levels());
  }

  /** What the joined text of everything below a namespace starts with; empty for the root. */
  static String childPrefix(Namespace parent) {
    return parent.isEmpty() ? "" : joined(parent) + SEPARATOR;
  }

  public boolean isNamespace() {
    return name.isEmpty();
  }

  /** The name of the namespace that holds this table or view. */
  public Name container() {
    return new Name(namespace, "");
  }

  public Namespace asNamespace() {
    return Namespace.of(namespace.split(SEPARATOR, -1));
  }

  public TableIdentifier asIdentifier() {
    return TableIdentifier.of(asNamespace(), name);
  }

  @Override
  public int compareTo(Name other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    String dotted = namespace.replace(SEPARATOR, ".");
    return isNamespace() ? dotted : dotted + "." + name;
  }
}
