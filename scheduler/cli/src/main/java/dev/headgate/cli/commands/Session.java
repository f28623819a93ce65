package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.api.ServerLocation;
import dev.headgate.cli.terminal.Table;
import dev.headgate.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What all commands share: the options that are the same everywhere, the server, the terminal. */
public final class Session {
  private final Terminal terminal;
  private final ServerLocation location;
  private Optional<String> server = Optional.empty();
  private Optional<Path> home = Optional.empty();
  private Optional<String> actor = Optional.empty();
  private boolean json;

  public Session(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.location = new ServerLocation(environment);
  }

  public void useServer(String url) {
    server = Optional.of(url);
  }

  public void useHome(Path folder) {
    home = Optional.of(folder);
  }

  public void actAs(String name) {
    actor = Optional.of(name);
  }

  public void printJson(boolean asJson) {
    json = asJson;
  }

  public Terminal terminal() {
    return terminal;
  }

  public Path home() {
    return location.home(home);
  }

  /** The server that is meant, asked as who is meant. */
  public Api api() {
    return new Api(
        location.find(server, home), actor.orElseGet(() -> System.getProperty("user.name")));
  }

  /** Prints an answer: as it is for programs, in words for people. */
  public void print(JsonNode answer, Consumer<JsonNode> words) {
    if (json) {
      terminal.json(answer);
    } else {
      words.accept(answer);
    }
  }

  public void table(Table table) {
    table.lines(terminal.width()).forEach(terminal::line);
  }

  /** A table with rows, apart from what is above it; none without. */
  public void tableBelow(Table table) {
    if (!table.isEmpty()) {
      line("");
      table(table);
    }
  }

  public void line(String text) {
    terminal.line(text);
  }
}
