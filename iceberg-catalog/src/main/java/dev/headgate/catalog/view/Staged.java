package dev.headgate.catalog.view;

import dev.headgate.catalog.state.Change;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.io.FileIO;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A change whose metadata file is written.
 *
 * @param check what has to hold beside the compare-and-swap, asked under the lock
 * @param written the new file, if this change wrote one
 */
record Staged(Change change, Consumer<Handle> check, Optional<String> written, FileIO io) {
  private static final Logger LOG = LoggerFactory.getLogger(Staged.class);

  /** The swap certainly did not happen: nothing refers to the file. */
  void undo() {
    written.ifPresent(
        location -> {
          try {
            io.deleteFile(location);
          } catch (RuntimeException e) {
            LOG.warn("could not delete {}, which nothing refers to", location, e);
          }
        });
  }
}
