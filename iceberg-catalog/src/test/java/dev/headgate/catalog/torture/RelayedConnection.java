package dev.headgate.catalog.torture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection through a relay, cut at the COMMIT that a {@link Loss} is taken for. */
final class RelayedConnection {
  private static final String COMMIT = "COMMIT\0";
  private static final int BUFFER = 1 << 16;

  private final Socket client;
  private final Socket server;
  private final Supplier<Loss> losses;
  private final Consumer<HeldCommit> held;
  private final AtomicReference<Loss> lost = new AtomicReference<>();

  /**
   * A connection.
   *
   * @param losses asked at each COMMIT; null: it passes
   * @param held takes a COMMIT that is not passed on yet
   */
  RelayedConnection(
      Socket client, Socket server, Supplier<Loss> losses, Consumer<HeldCommit> held) {
    this.client = client;
    this.server = server;
    this.losses = losses;
    this.held = held;
  }

  /** Passes on what the client sends, until a line breaks. */
  void requests() {
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = client.getInputStream().read(buffer);
          n >= 0;
          n = client.getInputStream().read(buffer)) {
        boolean commit = new String(buffer, 0, n, ISO_8859_1).contains(COMMIT);
        Loss loss = commit ? losses.get() : null;
        if (loss != null) {
          cut(loss, Arrays.copyOf(buffer, n));
          return;
        }
        server.getOutputStream().write(buffer, 0, n);
      }
    } catch (IOException e) {
      close(client);
    }
    close(server);
  }

  private void cut(Loss loss, byte[] commit) throws IOException {
    lost.set(loss);
    switch (loss) {
      case OF_THE_REQUEST -> {
        close(server);
        close(client);
      }
      case OF_THE_ANSWER -> server.getOutputStream().write(commit);
      case UNTIL_LATER -> {
        held.accept(new HeldCommit(server, commit));
        close(client);
      }
    }
  }

  /** Passes on what the server answers; the answer to a COMMIT may cut the line. */
  void answers() {
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = server.getInputStream().read(buffer);
          n >= 0 && lost.get() == null;
          n = server.getInputStream().read(buffer)) {
        client.getOutputStream().write(buffer, 0, n);
      }
    } catch (IOException e) {
      close(server);
    }
    close(client);
  }

  static void close(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
