package dev.headgate.engine.contract;

import dev.headgate.model.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One row of {@code changes.txt}: two contracts and what is expected of their difference. */
record SchemaChange(String before, String after, String changes, String level, String hurts) {
  static List<SchemaChange> all() {
    try (InputStream in = SchemaChange.class.getResourceAsStream("changes.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(SchemaChange::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SchemaChange row(String line) {
    String[] cells = line.split("\\|", -1);
    return new SchemaChange(
        cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
  }

  Contract first() {
    return Notation.contract(before, "1.2.3");
  }

  Contract second(String version) {
    return Notation.contract(after, version);
  }

  @Override
  public String toString() {
    return before + " -> " + after;
  }
}
