package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.product.WriteMode;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(World.Extension.class)
class ConnectServerIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final World world;
  private final CatalogAccess view;

  ConnectServerIT(World world) {
    this.world = world;
    this.view = world.lake.view("killed");
  }

  @Test
  void aStatementLostWithTheServerCanBeRetriedAndTheServerComesBack() throws Exception {
    assertThat(world.rows(view, "SELECT 1")).hasSize(1);
    JobRequest request =
        world.sqlRequest(
            view,
            World.dataset("kill.t", null, new WriteMode.Overwrite()),
            SqlLauncherIT.ENDLESS,
            Map.of());
    CompletableFuture<JobOutcome> lost =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return world.sql.run(request, new World.Listener());
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                Files.exists(request.log())
                    && Files.readString(request.log()).contains("CREATE TABLE"));
    ProcessHandle server = World.connectServers(ProcessHandle.current()).findFirst().orElseThrow();
    server.destroyForcibly();

    JobOutcome.Failed failed = (JobOutcome.Failed) lost.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(failed.retryable()).isTrue();
    assertThat(failed.message()).isEqualTo("the Spark Connect server ended with code 137");
    assertThat(
            world.build(
                view,
                World.dataset("kill.t", null, new WriteMode.Overwrite()),
                "SELECT 'again' AS w"))
        .isInstanceOf(JobOutcome.Succeeded.class);
    assertThat(world.rows(view, "SELECT w FROM kill.t")).containsExactly(List.of("again"));
  }

  @Test
  void whatWasStartedEndsWhenItsParentIsKilled(@TempDir Path folder) throws Exception {
    Process parent =
        new ProcessBuilder(
                SparkFolder.javaBinary(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Dheadgate.root=" + World.root(),
                "-cp",
                System.getProperty("java.class.path"),
                ShortLivedParent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      awaitLine(parent, ShortLivedParent.READY);
      List<ProcessHandle> children = parent.descendants().toList();
      assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);

      parent.destroyForcibly();

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      parent.descendants().forEach(ProcessHandle::destroyForcibly);
      parent.destroyForcibly();
    }
  }

  private static void awaitLine(Process process, String wanted) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.equals(wanted)) {
      line = output.readLine();
    }
    assertThat(line).isEqualTo(wanted);
  }
}
