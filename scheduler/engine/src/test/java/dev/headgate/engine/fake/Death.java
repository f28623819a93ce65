package dev.headgate.engine.fake;

import dev.headgate.model.lake.Lake;
import dev.headgate.model.store.Store;
import dev.headgate.model.store.StoreTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/**
 * Kills a process at the nth point: before or after the effect of a call to store or lake, or
 * within the transaction of a promotion. What is dead does nothing more.
 */
public final class Death {
  private final int at;
  private int points;
  private boolean dead;

  /**
   * @param at the point at which to die, from 1; a number that is never reached: not at all
   */
  public Death(int at) {
    this.at = at;
  }

  /** How many points were passed. */
  public int points() {
    return points;
  }

  /** Thrown where the process dies: no handler of ours may catch it. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(int point) {
      super("killed at point " + point);
    }
  }

  public Store on(Store store) {
    return new Store() {
      @Override
      public <T> T transact(Function<StoreTransaction, T> work) {
        point();
        T result = store.transact(work);
        point();
        return result;
      }
    };
  }

  public Lake on(Lake lake) {
    return (Lake)
        Proxy.newProxyInstance(
            Lake.class.getClassLoader(),
            new Class<?>[] {Lake.class},
            (proxy, method, arguments) -> {
              point();
              Object[] passed = arguments == null ? new Object[0] : arguments.clone();
              for (int i = 0; i < passed.length; i++) {
                if (passed[i] instanceof Lake.Participant participant) {
                  passed[i] = within(participant);
                }
              }
              Object result;
              try {
                result = method.invoke(lake, passed);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              point();
              return result;
            });
  }

  private Lake.Participant within(Lake.Participant participant) {
    return (tx, promotion) -> {
      participant.within(tx, promotion);
      point();
    };
  }

  private synchronized void point() {
    if (dead) {
      throw new Killed(points);
    }
    points++;
    if (points == at) {
      dead = true;
      throw new Killed(points);
    }
  }
}
