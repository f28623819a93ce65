package dev.headgate.definitions.bitol;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads {@code apiVersion}: which version of its standard a document follows.
 *
 * @param document for people, such as {@code a contract}
 * @param texts of those that are supported
 */
public record WrittenEdition<E>(
    String document, Function<String, Optional<E>> editions, List<String> texts) {
  /** Empty, and a problem, where it is not there or not supported. */
  public Optional<E> read(String file, Checked written, Values values) {
    Optional<Located<String>> text = written.located("apiVersion");
    Optional<E> edition = text.map(Located::value).flatMap(editions);
    if (edition.isEmpty()) {
      At at = written.entry("apiVersion").map(e -> e.value().at()).orElse(At.startOf(file));
      values.problems().add(at, text.map(t -> unsupported(t.value())).orElseGet(this::missing));
    }
    return edition;
  }

  private String unsupported(String text) {
    return "'apiVersion': "
        + Yaml.quoted(text)
        + " is not supported, "
        + Suggestion.of(text, texts);
  }

  private String missing() {
    return document + " has no 'apiVersion': expected one of " + String.join(", ", texts);
  }
}
