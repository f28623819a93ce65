package dev.headgate.server;

import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import java.util.Map;

/**
 * What a server is started with.
 *
 * @param settings that go over the file's and the environment's, by property
 */
public record ServerOptions(Home home, Installation installation, Map<String, String> settings) {
  public ServerOptions {
    settings = Map.copyOf(settings);
  }
}
