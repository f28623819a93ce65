package dev.headgate.catalog.torture;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * An embedded H2 has no line, so it is broken between the caller and the driver: the caller's
 * connection is dead from then on, whatever becomes of the real one.
 */
final class H2Line implements BreakableLine {
  private static final Set<String> HARMLESS_ON_A_DEAD_LINE =
      Set.of("close", "isClosed", "toString", "hashCode", "equals", "unwrap", "isWrapperFor");

  private final HikariDataSource real;
  private final AtomicReference<Loss> armed = new AtomicReference<>();
  private final AtomicReference<Connection> held = new AtomicReference<>();

  H2Line(HikariDataSource real) {
    this.real = real;
  }

  @Override
  public DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            H2Line.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Object result = call(real, method, arguments);
              return result instanceof Connection connection ? breakable(connection) : result;
            });
  }

  private Connection breakable(Connection connection) {
    AtomicReference<SQLException> dead = new AtomicReference<>();
    return (Connection)
        Proxy.newProxyInstance(
            H2Line.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (dead.get() != null) {
                return afterDeath(dead.get(), method);
              }
              Loss loss = method.getName().equals("commit") ? armed.getAndSet(null) : null;
              if (loss != null) {
                dead.set(new SQLException("the line broke", "08006"));
                breakAt(connection, loss);
                throw dead.get();
              }
              return call(connection, method, arguments);
            });
  }

  private static Object afterDeath(SQLException dead, Method method) throws SQLException {
    if (!HARMLESS_ON_A_DEAD_LINE.contains(method.getName())) {
      throw dead;
    }
    return method.getReturnType() == boolean.class ? Boolean.TRUE : null;
  }

  private void breakAt(Connection connection, Loss loss) throws SQLException {
    switch (loss) {
      case OF_THE_REQUEST -> end(connection, false);
      case OF_THE_ANSWER -> end(connection, true);
      case UNTIL_LATER -> held.set(connection);
    }
  }

  private static void end(Connection connection, boolean commit) throws SQLException {
    if (commit) {
      connection.commit();
    } else {
      connection.rollback();
    }
    connection.close();
  }

  @Override
  public void breakAtNextCommit(Loss loss) {
    armed.set(loss);
  }

  @Override
  public boolean isHolding() {
    return held.get() != null;
  }

  @Override
  public void deliver() {
    endHeld(true);
  }

  @Override
  public void lose() {
    endHeld(false);
  }

  private void endHeld(boolean commit) {
    try {
      end(held.getAndSet(null), commit);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    real.close();
  }
}
