package dev.headgate.server.api;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Definitions;
import dev.headgate.server.definitions.DefinitionReader;
import dev.headgate.server.quartz.Schedules;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads definitions that were sent. */
final class Uploads {
  private final DefinitionReader reader;
  private final Schedules schedules;

  @Inject
  Uploads(DefinitionReader reader, Schedules schedules) {
    this.reader = reader;
    this.schedules = schedules;
  }

  Definitions read(Upload upload) {
    if (upload.files() == null || upload.files().isEmpty()) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST, "no files were sent: 'files' must have at least one");
    }
    Map<String, byte[]> files = new HashMap<>();
    upload.files().forEach((path, file) -> files.put(path, file.content(path)));
    Definitions definitions =
        reader.read(files, Path.of(Arguments.required("root", upload.root())));
    schedules.check(definitions);
    return definitions;
  }
}
