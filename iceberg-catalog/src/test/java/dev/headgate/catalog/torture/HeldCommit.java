package dev.headgate.catalog.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** The bytes of a COMMIT whose client is gone already. */
final class HeldCommit {
  private final Socket server;
  private final byte[] bytes;

  HeldCommit(Socket server, byte[] bytes) {
    this.server = server;
    this.bytes = bytes;
  }

  void deliver() {
    try {
      server.getOutputStream().write(bytes);
      server.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void lose() {
    RelayedConnection.close(server);
  }
}
