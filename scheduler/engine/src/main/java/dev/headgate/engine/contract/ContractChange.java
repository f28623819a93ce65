package dev.headgate.engine.contract;

import java.util.List;
import java.util.Set;

/**
 * One thing that differs between two versions of a contract.
 *
 * @param path where, from the dataset on, such as {@code orders.address.zip}
 * @param before and after: what the contract said and says, as text; empty where nothing
 * @param columns whose values it is about, by their paths in the dataset; empty where it is about
 *     the dataset as a whole
 * @param sentence for people: what changed and what follows from it
 */
public record ContractChange(
    ChangeRule rule,
    String path,
    String before,
    String after,
    Level level,
    List<String> columns,
    String sentence) {
  public ContractChange {
    columns = List.copyOf(columns);
  }

  public Set<Party> hurts() {
    return rule.hurts();
  }

  /** Whether readers may be hurt without having changed anything. */
  public boolean breaksReaders() {
    return level == Level.MAJOR && hurts().contains(Party.READERS);
  }

  @Override
  public String toString() {
    return rule + " (" + path + ")";
  }
}
