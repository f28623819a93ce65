package dev.headgate.engine.contract;

/** How changes are told. */
final class Words {
  private static final int LONG = 60;

  private Words() {}

  /** What changed from what to what; one side may be empty. */
  static String changed(String what, String before, String after) {
    if (before.isEmpty()) {
      return what + " is now " + shortened(after);
    }
    if (after.isEmpty()) {
      return what + " was " + shortened(before) + " and is gone";
    }
    return what + " was " + shortened(before) + " and is now " + shortened(after);
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONG ? line : line.substring(0, LONG - 1) + "…";
  }
}
