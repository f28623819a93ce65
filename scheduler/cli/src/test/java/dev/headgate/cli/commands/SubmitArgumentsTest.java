package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.cli.api.CliException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitArgumentsTest {
  @TempDir Path folder;

  @Test
  void sparkSubmitsArgumentsBecomeAJobsSettings() throws Exception {
    Path jar = Files.createFile(folder.resolve("app.jar"));
    Path more = Files.createFile(folder.resolve("more.jar"));

    Map<String, Object> settings =
        parse(
            "--class",
            "a.B",
            "--master=local[2]",
            "--conf",
            "spark.x=1=2",
            "--executor-memory",
            "2g",
            "--jars",
            "more.jar,s3a://b/c.jar",
            "app.jar",
            "--class",
            "mine",
            "2001-06-30");

    assertThat(settings)
        .containsEntry("jar", jar.toUri().toString())
        .containsEntry("mainClass", "a.B")
        .containsEntry("master", "local[2]")
        .containsEntry("args", List.of("--class", "mine", "2001-06-30"))
        .containsEntry(
            "conf",
            Map.of(
                "spark.x", "1=2",
                "spark.executor.memory", "2g",
                "spark.jars", more.toUri() + ",s3a://b/c.jar"));
  }

  @Test
  void aUriStaysAsItIs() {
    assertThat(parse("s3a://bucket/app.py")).containsEntry("jar", "s3a://bucket/app.py");
  }

  @Test
  void whatIsWrongIsSaid() {
    assertRefused("no application", "--class", "a.B");
    assertRefused("--class needs a value", "--class");
    assertRefused("'--clas' is not an option", "--clas", "a.B", "app.jar");
    assertRefused("expected name=value", "--conf", "x", "s3a://b/a.jar");
    assertRefused("does not exist", "nowhere.jar");
  }

  private void assertRefused(String message, String... arguments) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(CliException.class)
        .hasMessageContaining(message);
  }

  private Map<String, Object> parse(String... arguments) {
    return new SubmitArguments(folder).settings(List.of(arguments));
  }
}
