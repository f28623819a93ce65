package dev.headgate.engine.servicelevel;

/**
 * What one service level came to.
 *
 * @param property which one, unique in its dataset: the property as it is written, with its column
 * @param message what is and what was promised
 */
public record Judged(String property, Status status, String message) {
  /** From good to bad. */
  public enum Status {
    MET,
    /** It can't be told now; a breach that lasts goes on lasting. */
    UNKNOWN,
    BREACHED
  }

  static Judged met(String property) {
    return new Judged(property, Status.MET, "");
  }

  static Judged unknown(String property, String why) {
    return new Judged(property, Status.UNKNOWN, why);
  }

  static Judged of(String property, boolean breached, String message) {
    return breached ? new Judged(property, Status.BREACHED, message) : met(property);
  }

  Judged worse(Judged other) {
    return other.status.compareTo(status) > 0 ? other : this;
  }
}
