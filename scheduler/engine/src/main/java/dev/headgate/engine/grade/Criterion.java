package dev.headgate.engine.grade;

/** What gives points, and how many at most; 100 together. {@code docs/grades.md} has the table. */
public enum Criterion {
  /** Each dataset has a contract. */
  CONTRACT("contract", 12),
  /** Each contract is in force: active or deprecated, from version 1 on. */
  IN_FORCE("contract in force", 6),
  /** Columns have descriptions. */
  DESCRIBED("columns described", 12),
  /** Each dataset has a check that blocks. */
  BLOCKING("blocking checks", 15),
  /** Blocking checks passed in the last verdicts, without waivers. */
  PASSING("checks passed", 15),
  /** Each dataset promises a service level that is watched. */
  PROMISED("service levels", 5),
  /** No promise was broken lately. */
  KEPT("service levels kept", 10),
  /** No exception stands. */
  WAIVERS("waivers", 15),
  /** The last promotion is as young as promised. */
  AGE("age", 10);

  private final String words;
  private final int most;

  Criterion(String words, int most) {
    this.words = words;
    this.most = most;
  }

  /** Its name for people. */
  public String words() {
    return words;
  }

  public int most() {
    return most;
  }
}
