package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that need no server write nothing where they run, and no log anywhere. */
class NothingLeftBehindIT {
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: sales-orders
      version: 1.0.0
      status: active
      schema: [{name: orders, properties: [{name: id, logicalType: integer}]}]
      """;

  @TempDir private Path folder;

  @Test
  void whereACommandRunsNothingIsCreated() throws Exception {
    Path shop = Files.createDirectories(folder.resolve("shop"));
    Files.writeString(shop.resolve("domain.yaml"), "domain: sales\nowners: [ana]\n");
    Files.writeString(
        shop.resolve("pipeline.yaml"),
        "product: sales.shop\ndatasets:\n  orders: {job: {type: open}}\n");
    Files.writeString(shop.resolve("orders.odcs.yaml"), CONTRACT);

    leavesNothing("assed: ", "check", shop.toString(), "--at", "definitions");
    leavesNothing("no change", "contract", "diff", shop.toString(), shop.toString());
    leavesNothing("fixtures", "policy", "test");
    leavesNothing("no server answers", "status", "--server", "http://127.0.0.1:1");
    leavesNothing("Exit codes:", "--help");
  }

  private void leavesNothing(String says, String... arguments) throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path home = folder.resolve("home");
    Path output = folder.resolve("output of " + arguments[0]);
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "cd \"$0\" && exec bash \"$@\"",
                empty.toString(),
                Distribution.folder().resolve("bin/headgate").toString()));
    command.addAll(List.of(arguments));
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "HEADGATE_JAVA_OPTS",
            Distribution.SHORT_LIVED,
            "HEADGATE_HOME",
            home.toString());
    try (ChildProcess process = ChildProcess.start(output, environment, command)) {
      assertThat(process.exitCode()).as(process.output()).isIn(0, 1, 5);
      assertThat(process.output()).contains(says).doesNotContain("logback", "|-");
    }
    assertThat(home).doesNotExist();
    assertThat(files(empty)).as(String.join(" ", arguments)).isEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var found = Files.list(folder)) {
      return found.toList();
    }
  }
}
