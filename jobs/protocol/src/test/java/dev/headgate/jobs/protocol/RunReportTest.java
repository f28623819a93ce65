package dev.headgate.jobs.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
  @Test
  void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    RunReport succeeded = RunReport.succeeded(Map.of("rows", "16500"));

    RunReport.failed("no such file: flights.csv", false).write(file);
    assertThat(RunReport.parse(Files.readString(file)).message())
        .contains("no such file: flights.csv");
    succeeded.write(file);

    assertThat(RunReport.parse(Files.readString(file))).isEqualTo(succeeded);
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }
}
