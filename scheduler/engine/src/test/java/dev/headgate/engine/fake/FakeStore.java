package dev.headgate.engine.fake;

import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.Store;
import dev.headgate.model.store.StoreTransaction;
import java.util.List;
import java.util.function.Function;

/** A store in memory: transactions are serial, all or nothing, and not nested. */
public final class FakeStore implements Store {
  private Memory committed = new Memory();
  private boolean open;
  private long changes;

  @Override
  public synchronized <T> T transact(Function<StoreTransaction, T> work) {
    if (open) {
      throw new IllegalStateException("a transaction inside a transaction");
    }
    open = true;
    try {
      Memory copy = new Memory(committed);
      T result = work.apply(new FakeTransaction(copy));
      committed = copy;
      changes += copy.changed ? 1 : 0;
      return result;
    } finally {
      open = false;
    }
  }

  /** How many transactions have changed anything. */
  synchronized long changes() {
    return changes;
  }

  /** Every audit row, oldest first. */
  public synchronized List<AuditLog.Event> audit() {
    return List.copyOf(committed.audit);
  }

  /** How many events wait for delivery. */
  public synchronized int undelivered() {
    return committed.outbox.size();
  }
}
