package dev.headgate.jobs.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a job tells about itself; a job need not. Whether it succeeded is said by its exit code.
 *
 * @param message why it failed, in a sentence; empty if it did not
 * @param retryable whether the same attempt could succeed later
 * @param metrics figures worth showing, by name
 */
public record RunReport(Optional<String> message, boolean retryable, Map<String, String> metrics) {
  /** The environment variable with the path of the file to write. */
  public static final String ENVIRONMENT = "HEADGATE_RUN_REPORT";

  public RunReport {
    metrics = Map.copyOf(metrics);
  }

  public static RunReport succeeded(Map<String, String> metrics) {
    return new RunReport(Optional.empty(), false, metrics);
  }

  public static RunReport failed(String message, boolean retryable) {
    return new RunReport(Optional.of(message), retryable, Map.of());
  }

  public static RunReport parse(String json) {
    JsonObject object = JsonObject.read(json);
    return new RunReport(
        object.optionalText("message"), object.flag("retryable"), object.textMap("metrics"));
  }

  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("message", message.orElse(null));
    json.put("retryable", retryable);
    json.put("metrics", metrics);
    return JsonWriter.write(json);
  }

  /** Hands the report to the launcher of this process, if there is one. */
  public void send() throws IOException {
    String file = System.getenv(ENVIRONMENT);
    if (file != null) {
      write(Path.of(file));
    }
  }

  /** Writes the file, whole or not at all. */
  public void write(Path file) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.writeString(partial, toJson());
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
