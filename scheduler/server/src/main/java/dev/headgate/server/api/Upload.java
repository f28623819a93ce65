package dev.headgate.server.api;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A folder of definitions.
 *
 * @param root the folder on the client's machine; jars that are not among the files are looked for
 *     below it
 * @param files by path below the root, with {@code /}
 * @param expectedRevision the plan's; null: whatever holds now
 */
record Upload(String root, Map<String, Content> files, Long expectedRevision) {
  /** A file's content, as text or in Base64. */
  record Content(String text, String base64) {
    byte[] content(String path) {
      if ((text == null) == (base64 == null)) {
        throw new HeadgateException(
            ErrorCode.INVALID_REQUEST, "files['" + path + "'] must have either 'text' or 'base64'");
      }
      return text == null
          ? Base64.getDecoder().decode(base64)
          : text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
