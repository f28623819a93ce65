package dev.headgate.catalog.torture;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * A relay of bytes in front of a real PostgreSQL. It finds the COMMIT in what the driver sends, and
 * cuts the line as it is told to.
 */
final class PostgresLine implements BreakableLine {
  private final int serverPort;
  private final ServerSocket door;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicReference<Loss> armed = new AtomicReference<>();
  private final AtomicReference<HeldCommit> held = new AtomicReference<>();
  private final HikariDataSource pool;

  PostgresLine(int serverPort, String database) {
    this.serverPort = serverPort;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::letIn);
    // without server-side prepared statements each COMMIT is spelled out
    String url =
        "jdbc:postgresql://127.0.0.1:"
            + door.getLocalPort()
            + "/"
            + database
            + "?prepareThreshold=0";
    this.pool = new Database(url, "postgres").pool();
  }

  private void letIn() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        RelayedConnection connection =
            new RelayedConnection(client, server, () -> armed.getAndSet(null), held::set);
        threads.execute(connection::requests);
        threads.execute(connection::answers);
      } catch (IOException e) {
        RelayedConnection.close(door);
      }
    }
  }

  @Override
  public DataSource dataSource() {
    return pool;
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
    held.getAndSet(null).deliver();
  }

  @Override
  public void lose() {
    held.getAndSet(null).lose();
  }

  @Override
  public void close() {
    pool.close();
    RelayedConnection.close(door);
    threads.shutdownNow();
  }
}
