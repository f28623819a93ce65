package dev.headgate.model.contract;

import java.util.Locale;

/** The logical types of ODCS, in lower case there. */
public enum LogicalType {
  STRING,
  DATE,
  TIMESTAMP,
  TIME,
  NUMBER,
  INTEGER,
  OBJECT,
  ARRAY,
  BOOLEAN,
  MAP;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
