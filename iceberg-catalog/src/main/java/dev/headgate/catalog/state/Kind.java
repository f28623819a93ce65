package dev.headgate.catalog.state;

import java.util.Locale;

/** What a name stands for. */
public enum Kind {
  TABLE,
  VIEW,
  NAMESPACE;

  /** For messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
