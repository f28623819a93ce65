package dev.headgate.plugins.spark;

import dev.headgate.spi.PluginContext;
import java.util.HashMap;
import java.util.Map;

/**
 * One Spark Connect server for everything of the plugin that is created with the same context;
 * closed with its last user.
 */
final class SharedServer {
  private final Map<PluginContext, Shared> servers = new HashMap<>();

  private static final class Shared {
    private final ConnectServer server;
    private int users;

    Shared(ConnectServer server) {
      this.server = server;
    }
  }

  /** The server of this context; closing what is returned lets it go. */
  synchronized ConnectServer acquire(PluginContext context) {
    Shared shared = servers.computeIfAbsent(context, key -> new Shared(open(key)));
    shared.users++;
    return new ConnectServer() {
      private boolean closed;

      @Override
      public Endpoint endpoint() throws InterruptedException {
        return shared.server.endpoint();
      }

      @Override
      public void close() {
        synchronized (SharedServer.this) {
          if (closed) {
            return;
          }
          closed = true;
          if (--shared.users > 0) {
            return;
          }
          servers.remove(context);
        }
        shared.server.close();
      }
    };
  }

  private static ConnectServer open(PluginContext context) {
    SparkConfig config = SparkConfig.of(context.config(), System::getenv);
    return config
        .remote()
        .map(ConnectServer::remote)
        .orElseGet(() -> EmbeddedServer.of(config, context));
  }
}
