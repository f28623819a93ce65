package dev.headgate.store;

import dev.headgate.model.Digests;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Text files by the SHA-256 of their content; each is kept once and never changes. */
final class BundleFiles {
  private static final int AT_ONCE = 500;

  private final Handle handle;

  BundleFiles(Handle handle) {
    this.handle = handle;
  }

  void add(Map<String, String> bundle) {
    Set<String> present = new HashSet<>(inChunks(List.copyOf(bundle.keySet())).keySet());
    bundle.forEach(
        (sha256, content) -> {
          String actual = Digests.sha256(content);
          if (!actual.equals(sha256)) {
            throw new HeadgateException(
                ErrorCode.INVALID_DEFINITION,
                "a bundle file is named " + sha256 + ", but its content has the SHA-256 " + actual);
          }
          if (!present.contains(sha256)) {
            insert(sha256, content);
          }
        });
  }

  private void insert(String sha256, String content) {
    Writes.unlessTaken(
        handle,
        () ->
            handle
                .createUpdate(
                    "INSERT INTO hg_bundle_file (sha256, content) VALUES (:sha256, :content)")
                .bind("sha256", sha256)
                .bind("content", content)
                .execute());
  }

  Optional<String> find(String sha256) {
    return Optional.ofNullable(inChunks(List.of(sha256)).get(sha256));
  }

  /** All of these; one that is missing is a defect. */
  Map<String, String> read(List<String> names) {
    Map<String, String> found = inChunks(names);
    for (String name : names) {
      if (!found.containsKey(name)) {
        throw new HeadgateException(
            ErrorCode.INTERNAL, "the store has lost the bundle file " + name);
      }
    }
    return found;
  }

  private Map<String, String> inChunks(List<String> names) {
    Map<String, String> found = new HashMap<>();
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      handle
          .createQuery("SELECT sha256, content FROM hg_bundle_file WHERE sha256 IN (<names>)")
          .bindList("names", names.subList(from, Math.min(names.size(), from + AT_ONCE)))
          .map((row, context) -> Map.entry(row.getString("sha256"), row.getString("content")))
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    return found;
  }
}
