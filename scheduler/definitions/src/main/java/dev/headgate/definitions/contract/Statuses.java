package dev.headgate.definitions.contract;

import dev.headgate.model.contract.Contract.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of {@code status}, in any case: those of the model, and others that the standard and
 * its examples have for the same.
 */
final class Statuses {
  private static final Map<String, Status> WORDS = new LinkedHashMap<>();

  static {
    for (Status status : Status.values()) {
      WORDS.put(status.name().toLowerCase(Locale.ROOT), status);
    }
    WORDS.put("production", Status.ACTIVE);
    WORDS.put("current", Status.ACTIVE);
    WORDS.put("development", Status.DRAFT);
    WORDS.put("in development", Status.DRAFT);
    WORDS.put("test", Status.DRAFT);
    WORDS.put("pending", Status.DRAFT);
  }

  private Statuses() {}

  static List<String> words() {
    return List.copyOf(WORDS.keySet());
  }

  static Optional<Status> of(String word) {
    return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
  }
}
