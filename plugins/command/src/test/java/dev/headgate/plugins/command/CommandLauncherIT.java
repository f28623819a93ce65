package dev.headgate.plugins.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headgate.model.product.Job;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.LauncherFactory;
import dev.headgate.spi.Plugin;
import dev.headgate.spi.PluginContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CommandLauncherIT {
  private static final Map<String, Object> SCRIPT = Map.of("run", List.of("./job.sh", "one two"));

  @TempDir Path data;
  private final Requests.Told told = new Requests.Told();
  private Path log;
  private Launcher launcher;

  @BeforeEach
  void create() {
    log = data.resolve("run.log");
    launcher = launcher(Map.of("stop-grace", "PT1S"));
  }

  @AfterEach
  void close() {
    launcher.close();
  }

  @Test
  void runsAScriptWithItsFilesAndArguments() throws Exception {
    Files.writeString(log, "before\n");
    String script =
        """
        #!/bin/sh
        set -e
        . ./lib/name.sh
        echo "$1 $NAME $HEADGATE_RUN $MODE"
        ls -l ./job.sh
        cat
        echo oops >&2
        """;
    Map<String, Object> settings =
        Map.of("run", List.of("./job.sh", "one two", "./lib/name.sh"), "env", Map.of("MODE", "m"));
    JobOutcome outcome = run(settings, Map.of("./job.sh", script, "./lib/name.sh", "NAME=lib\n"));
    assertThat(outcome).isEqualTo(new JobOutcome.Succeeded(Map.of()));
    assertThat(log).content().startsWith("before\none two lib 12-flights m\n-rwx------");
    assertThat(log).content().endsWith("oops\n");
    assertThat(told.started).hasSize(1);
    assertThat(leftFolders()).isEmpty();
  }

  @Test
  void theServersOwnEnvironmentStaysOutside() throws Exception {
    assertThat(System.getenv()).isNotEmpty();
    run(SCRIPT, Map.of("./job.sh", "#!/bin/sh\nexec env\n"));
    List<String> names =
        Files.readAllLines(log).stream().map(l -> l.replaceAll("=.*", "")).toList();
    assertThat(names)
        .contains("PATH", "HEADGATE_TOKEN", "HEADGATE_WORK")
        .allMatch(
            n ->
                n.matches(
                    "HEADGATE_.*|headgate\\..*|PATH|HOME|USER|LOGNAME|LANG|LC_.*|TZ|TMPDIR"
                        + "|PWD|SHLVL|OLDPWD|_"));
  }

  @Test
  void aProgramOfTheSystemRunsWithoutAShell() throws Exception {
    JobOutcome outcome = run(Map.of("run", List.of("echo", "$HOME; exit 3")), Map.of());
    assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
    assertThat(log).hasContent("$HOME; exit 3");
  }

  @Test
  void aFailureIsToldWithExitCodeAndLastLine() throws Exception {
    assertThat(run(SCRIPT, Map.of("./job.sh", "#!/bin/sh\necho a\necho no such day\necho\nexit 3")))
        .isEqualTo(new JobOutcome.Failed("the command ended with exit code 3: no such day", true));
    assertThat(run(SCRIPT, Map.of("./job.sh", "#!/bin/sh\nexit 4")))
        .isEqualTo(
            new JobOutcome.Failed("the command ended with exit code 4 and wrote nothing", true));
  }

  @Test
  void whatCannotStartIsNotTriedAgain() throws Exception {
    JobOutcome missing = run(Map.of("run", List.of("no-such-program-here")), Map.of());
    assertThat(missing)
        .isInstanceOfSatisfying(
            JobOutcome.Failed.class,
            failed -> {
              assertThat(failed.retryable()).isFalse();
              assertThat(failed.message()).startsWith("cannot start 'no-such-program-here': ");
            });
    assertThat(run(SCRIPT, Map.of()))
        .isEqualTo(
            new JobOutcome.Failed(
                "run: './job.sh' is not among the job's files; expected a text file beside the"
                    + " definition",
                false));
    assertThat(run(Map.of(), Map.of()))
        .isEqualTo(new JobOutcome.Failed("run: expected a command and its arguments", false));
    assertThat(run(SCRIPT, Map.of("./job.sh", "", "../evil.sh", "")))
        .isEqualTo(
            new JobOutcome.Failed(
                "'../evil.sh' is not below the definition's folder; expected ./path/to/file",
                false));
    assertThat(data.resolve("work/evil.sh")).doesNotExist();
    assertThat(leftFolders()).isEmpty();
  }

  @Test
  void tellsWhatTheCommandSays() throws Exception {
    CompletableFuture<JobOutcome> running =
        start("#!/bin/sh\necho half done\nwhile [ ! -e \"$1\" ]; do sleep 0.1; done\n");
    await().atMost(20, TimeUnit.SECONDS).until(() -> told.progress.contains("half done"));
    Files.writeString(data.resolve("go"), "");
    assertThat(running.get(20, TimeUnit.SECONDS)).isInstanceOf(JobOutcome.Succeeded.class);
  }

  @Test
  void anInterruptLeavesNoProcess() throws Exception {
    String script =
        "#!/bin/sh\ntrap '' TERM\nsetsid sleep 600 &\nB=$!\nsleep 600 &\nB=\"$B $!\"\n"
            + pids()
            + "wait\n";
    Thread[] thread = new Thread[1];
    CompletableFuture<Void> ended = new CompletableFuture<>();
    thread[0] =
        new Thread(
            () -> {
              try {
                run(SCRIPT, Map.of("./job.sh", script));
                ended.complete(null);
              } catch (InterruptedException e) {
                ended.completeExceptionally(e);
              }
            });
    thread[0].start();
    List<ProcessHandle> processes = processes();
    assertThat(processes).hasSize(3).allMatch(CommandLauncherIT::runs);
    thread[0].interrupt();
    assertThatThrownBy(() -> ended.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(processes).noneMatch(CommandLauncherIT::runs);
    assertThat(leftFolders()).isEmpty();
  }

  @Test
  void whatACommandLeavesBehindIsStopped() throws Exception {
    String script = "#!/bin/sh\nsetsid sleep 600 &\nB=$!\nsleep 600 &\nB=\"$B $!\"\n" + pids();
    assertThat(run(SCRIPT, Map.of("./job.sh", script))).isInstanceOf(JobOutcome.Succeeded.class);
    assertThat(processes()).noneMatch(CommandLauncherIT::runs);
    assertThat(log).content().contains("headgate: 2 processes that it left behind stopped");
  }

  @Test
  void closingStopsWhatRunsAndWhatComes() throws Exception {
    CompletableFuture<JobOutcome> running = start("#!/bin/sh\n" + pids() + "exec sleep 600\n");
    List<ProcessHandle> processes = processes();
    launcher.close();
    JobOutcome stopped = new JobOutcome.Failed("stopped with the server", true);
    assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(stopped);
    assertThat(processes).noneMatch(CommandLauncherIT::runs);
    assertThat(run(SCRIPT, Map.of("./job.sh", "#!/bin/sh\n"))).isEqualTo(stopped);
  }

  @Test
  void aStartEndsWhatAKilledServerLeft() throws Exception {
    WorkFolders folders = new WorkFolders(data.resolve("work"));
    Path marked = folders.create("1-a", 1, "x", Map.of());
    Path noted = folders.create("1-b", 1, "x", Map.of());
    ProcessBuilder sleeping = new ProcessBuilder("sleep", "600");
    Process byNote = sleeping.start();
    folders.running(noted, byNote.toHandle());
    Process other = sleeping.start();
    sleeping.environment().put("HEADGATE_WORK", marked.toString());
    Process byMark = sleeping.start();
    try {
      Path reused = folders.create("1-c", 1, "x", Map.of());
      Files.writeString(reused.resolve(".headgate-process"), other.pid() + " 2001-01-01T00:00:00Z");
      launcher(Map.of()).close();
      assertThat(byMark.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(byNote.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(other.isAlive()).isTrue();
      assertThat(leftFolders()).isEmpty();
    } finally {
      List.of(byNote, byMark, other).forEach(Process::destroyForcibly);
    }
  }

  private Launcher launcher(Map<String, String> config) {
    Plugin plugin = ServiceLoader.load(Plugin.class).findFirst().orElseThrow();
    LauncherFactory factory = plugin.launchers().get(0);
    assertThat(factory.jobType()).isEqualTo("command");
    return factory.create(new PluginContext(config, data, data));
  }

  private JobOutcome run(Map<String, Object> settings, Map<String, String> files)
      throws InterruptedException {
    Job job = Requests.job(settings);
    return launcher.run(Requests.of(log, job, files, Map.of()), told);
  }

  private CompletableFuture<JobOutcome> start(String script) {
    Map<String, Object> settings =
        Map.of("run", List.of("./job.sh", data.resolve("go").toString()));
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return run(settings, Map.of("./job.sh", script));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Shell that writes the numbers of the script and of its background processes in B. */
  private String pids() {
    Path pids = data.resolve("pids");
    return "echo $$ $B > " + pids + ".new\nmv " + pids + ".new " + pids + "\n";
  }

  private List<ProcessHandle> processes() {
    Path pids = data.resolve("pids");
    await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(pids));
    try {
      return Stream.of(Files.readString(pids).strip().split("\\s+"))
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it is alive and not just waiting for its parent to ask how it ended. */
  private static boolean runs(ProcessHandle process) {
    try {
      return process.isAlive()
          && !Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  private List<Path> leftFolders() throws IOException {
    Path work = data.resolve("work");
    if (!Files.exists(work)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(work)) {
      return found.toList();
    }
  }
}
