package dev.headgate.distribution;

import dev.headgate.cli.demo.DemoServer;
import dev.headgate.server.HeadgateServer;
import java.net.URI;

/** The demo's server; stopped by the demo, or by a signal. */
final class DemoRunning implements DemoServer.Running {
  private final HeadgateServer server;

  DemoRunning(HeadgateServer server) {
    this.server = server;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "demo-shutdown"));
  }

  @Override
  public URI url() {
    return server.url();
  }

  @Override
  public void await() throws InterruptedException {
    server.await();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
