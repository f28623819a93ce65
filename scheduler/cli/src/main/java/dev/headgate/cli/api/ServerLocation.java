package dev.headgate.cli.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the server is: {@code --server}, else the server of {@code --home}, else {@code
 * HEADGATE_URL}, else the server of {@code HEADGATE_HOME} or of the usual home, else the usual
 * port.
 */
public final class ServerLocation {
  private static final String USUAL = "http://127.0.0.1:8642";

  private final Map<String, String> environment;

  public ServerLocation(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The home that is meant: the option, {@code HEADGATE_HOME}, or {@code ~/.headgate}. */
  public Path home(Optional<Path> option) {
    return option.orElseGet(
        () ->
            Optional.ofNullable(environment.get("HEADGATE_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".headgate")));
  }

  public URI find(Optional<String> server, Optional<Path> home) {
    if (server.isPresent()) {
      return url(server.get());
    }
    if (home.isPresent()) {
      return ofHome(home.get())
          .orElseThrow(
              () ->
                  new CliException(
                      ExitCode.UNREACHABLE,
                      "no server is running on "
                          + home.get()
                          + ": start it with 'headgate server"
                          + " --home "
                          + home.get()
                          + "'"));
    }
    String named = environment.get("HEADGATE_URL");
    return named == null ? ofHome(home(home)).orElseGet(() -> URI.create(USUAL)) : url(named);
  }

  private static URI url(String text) {
    try {
      URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (url.getHost() != null) {
        return url;
      }
      throw new CliException(ExitCode.USAGE, "'" + text + "' is no URL: expected http://host:port");
    } catch (IllegalArgumentException e) {
      throw new CliException(
          ExitCode.USAGE, "'" + text + "' is no URL: expected http://host:port", e);
    }
  }

  private static Optional<URI> ofHome(Path home) {
    Path file = home.resolve("server.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          URI.create(new ObjectMapper().readTree(file.toFile()).path("url").asText()));
    } catch (IOException e) {
      throw new CliException(ExitCode.FAILED, file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
