package dev.headgate.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.server.home.Home;
import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code server.json}, by which the command line finds the server of a home. */
public final class ServerFile implements Service {
  private final Home home;
  private final Listener listener;

  @Inject
  ServerFile(Home home, Listener listener) {
    this.home = home;
    this.listener = listener;
  }

  @Override
  public String name() {
    return "server file";
  }

  @Override
  public void start() throws IOException {
    Map<String, Object> content =
        new TreeMap<>(
            Map.of("pid", ProcessHandle.current().pid(), "url", listener.url().toString()));
    Path next = home.folder().resolve("server.json.next");
    Files.writeString(next, new ObjectMapper().writeValueAsString(content) + "\n");
    Files.move(next, home.serverFile(), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void stop() throws IOException {
    Files.deleteIfExists(home.serverFile());
  }
}
