package dev.headgate.catalog.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** The bytes of a COMMIT whose client is gone already. */
record HeldCommit(Socket server, byte[] bytes) {
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
