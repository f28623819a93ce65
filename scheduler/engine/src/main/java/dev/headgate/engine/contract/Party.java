package dev.headgate.engine.contract;

import java.util.Locale;

/** Whom a change of a contract hurts. */
public enum Party {
  /** Less is promised: what they do with the data may fail, or come out wrong. */
  READERS,
  /** More is promised: the job that builds the dataset may have to change. */
  WRITERS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
