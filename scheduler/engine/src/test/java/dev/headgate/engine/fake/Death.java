package dev.headgate.engine.fake;

import dev.headgate.model.lake.Lake;
import dev.headgate.model.store.Store;
import dev.headgate.model.store.StoreTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Function;

/**
 * Kills a process at the nth point: after a call to store or lake that had an effect, or within the
 * transaction of a promotion. To die before a call, or after one without an effect, is to die after
 * the effect before it: what a process knows only by itself dies with it. What is dead does nothing
 * more.
 */
public final class Death {
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("head", "states", "savepoint", "changes", "settle", "instantOf");

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

  public Store on(FakeStore store) {
    return new Store() {
      @Override
      public <T> T transact(Function<StoreTransaction, T> work) {
        alive();
        long before = store.changes();
        T result = store.transact(work);
        if (store.changes() > before) {
          point();
        }
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
              alive();
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
              if (!WITHOUT_EFFECT.contains(method.getName())) {
                point();
              }
              return result;
            });
  }

  private Lake.Participant within(Lake.Participant participant) {
    return (tx, promotion) -> {
      participant.within(tx, promotion);
      point();
    };
  }

  private synchronized void alive() {
    if (dead) {
      throw new Killed(points);
    }
  }

  private synchronized void point() {
    points++;
    if (points == at) {
      dead = true;
      throw new Killed(points);
    }
  }
}
