package dev.headgate.engine.contract;

/**
 * One way in which a table is not what its contract promises.
 *
 * @param column its path, such as {@code address.zip}; empty where the table as a whole is meant
 * @param sentence with column, what was found, and what the contract wants
 */
public record Mismatch(Kind kind, String column, String sentence) {
  /** What is wrong, and when it is known to be. */
  public enum Kind {
    /** The contract has it, the table does not: it may come as long as there is no data. */
    MISSING(false),
    /** The table has it, the contract does not. */
    EXTRA(true),
    /** It has a type that the contract does not allow. */
    TYPE(true),
    /** The table is partitioned by other columns: it may change as long as there is no data. */
    PARTITION(false);

    private final boolean lasting;

    Kind(boolean lasting) {
      this.lasting = lasting;
    }

    /** Whether no later step of making the table puts it right. */
    boolean isLasting() {
      return lasting;
    }
  }
}
