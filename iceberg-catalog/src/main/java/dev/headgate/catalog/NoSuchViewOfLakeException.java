package dev.headgate.catalog;

import java.util.regex.Pattern;

/** A view of the lake was named that there is not; clients of Iceberg call it warehouse. */
public class NoSuchViewOfLakeException extends RuntimeException {
  private static final Pattern FORM = Pattern.compile("(version|release)-\\d+|sandbox-.+");

  public NoSuchViewOfLakeException(String warehouse) {
    super(
        "the lake has no view '"
            + warehouse
            + (FORM.matcher(warehouse).matches()
                ? "'"
                : "': expected main, pinned, version-<n>, release-<id> or sandbox-<name>"));
  }
}
