package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Tries again what certainly did not happen, with a wait that doubles and is drawn at random, so
 * that two who collided do not collide again.
 */
final class Retry {
  private static final int TRIES = 10;
  private static final Duration FIRST_WAIT = Duration.ofMillis(5);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private Retry() {}

  static <T> T whileTransient(Supplier<T> transaction) {
    RuntimeException last = null;
    for (int tries = 0; tries < TRIES; tries++) {
      if (tries > 0) {
        pause(tries);
      }
      try {
        return transaction.get();
      } catch (HeadgateException e) {
        throw e;
      } catch (RuntimeException e) {
        if (!SqlFailure.isTransient(e)) {
          throw SqlFailure.translate(e);
        }
        last = e;
      }
    }
    throw new HeadgateException(
        ErrorCode.EXTERNAL,
        "the database refused the transaction " + TRIES + " times because of others; try again",
        last);
  }

  /** Waits before the next try, longer the more there were. */
  static void pause(int tries) {
    long longest = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << tries);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HeadgateException(
          ErrorCode.EXTERNAL, "interrupted while waiting to try a transaction again", e);
    }
  }
}
