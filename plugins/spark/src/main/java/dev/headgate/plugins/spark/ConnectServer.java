package dev.headgate.plugins.spark;

import java.util.concurrent.CompletableFuture;

/** A Spark Connect server that statements can be sent to. Thread-safe. */
interface ConnectServer extends AutoCloseable {
  /**
   * The running server; starts it where it is ours and does not run.
   *
   * @throws dev.headgate.spi.PluginException if it cannot be started now
   */
  Endpoint endpoint() throws InterruptedException;

  @Override
  void close();

  /** A server that somebody else runs. */
  static ConnectServer remote(String uri) {
    Endpoint endpoint = new Endpoint(uri, new CompletableFuture<>());
    return new ConnectServer() {
      @Override
      public Endpoint endpoint() {
        return endpoint;
      }

      @Override
      public void close() {
        // nothing of ours to stop
      }
    };
  }
}
