package dev.headgate.server.housekeeping;

import dev.headgate.model.store.Store;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The output of runs whose release ended long ago; whatever else is in the folder stays. */
final class OldLogs {
  private static final String SUFFIX = ".log";

  private final Store store;
  private final Path folder;
  private final KeptLogs kept;

  OldLogs(Store store, Path folder, KeptLogs kept) {
    this.store = store;
    this.folder = folder;
    this.kept = kept;
  }

  /** Deletes them; returns how many there were. */
  int remove() throws IOException {
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        if (isOld(file) && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    }
    return removed;
  }

  /** The store is asked only about what was not written to for as long. */
  private boolean isOld(Path file) throws IOException {
    String name = file.getFileName().toString();
    String run = name.substring(0, name.length() - SUFFIX.length());
    return Files.getLastModifiedTime(file).toInstant().isBefore(kept.oldest())
        && store.transact(
            tx ->
                tx.runs()
                    .find(run)
                    .flatMap(found -> tx.releases().find(found.release()))
                    .filter(kept::isOver)
                    .isPresent());
  }
}
