package dev.headgate.plugins.command;

import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One command, from its start until nothing of it runs any more. */
final class CommandAttempt {
  static final JobOutcome STOPPING = new JobOutcome.Failed("stopped with the server", true);

  private static final long LOOK_MILLIS = 500;

  private final WorkFolders folders;
  private final Path folder;
  private final Path log;
  private final Duration stopGrace;
  private final BooleanSupplier stopping;

  CommandAttempt(
      WorkFolders folders, Path folder, Path log, Duration stopGrace, BooleanSupplier stopping) {
    this.folders = folders;
    this.folder = folder;
    this.log = log;
    this.stopGrace = stopGrace;
    this.stopping = stopping;
  }

  JobOutcome run(List<String> command, Map<String, String> variables, JobListener listener)
      throws IOException, InterruptedException {
    LogTail tail = new LogTail(log);
    Process process;
    try {
      process = start(command, variables);
    } catch (IOException e) {
      return new JobOutcome.Failed(
          "cannot start '" + command.get(0) + "': " + e.getMessage(), false);
    }
    Processes processes = Processes.startedWith(folder, process.toHandle());
    boolean ended = false;
    try {
      folders.running(folder, process.toHandle());
      process.getOutputStream().close();
      listener.started(Long.toString(process.pid()));
      ended = await(process, processes, tail, listener);
      return ended ? outcome(process.exitValue(), tail) : STOPPING;
    } finally {
      int stopped = processes.stop(stopGrace);
      if (stopped > 0) {
        tail.note(stopped + (ended ? " processes that it left behind" : " processes") + " stopped");
      }
    }
  }

  private Process start(List<String> command, Map<String, String> variables) throws IOException {
    List<String> line = new ArrayList<>(command);
    if (CommandJob.isFile(command.get(0))) {
      line.set(0, WorkFolders.inside(folder, command.get(0)).toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder.start();
  }

  /** Waits for the command's end, telling what it says; false if the server stops before. */
  private boolean await(Process process, Processes processes, LogTail tail, JobListener listener)
      throws IOException, InterruptedException {
    String told = "";
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (stopping.getAsBoolean()) {
        return false;
      }
      processes.look();
      String line = tail.lastLine();
      if (!line.equals(told)) {
        listener.progress(line);
        told = line;
      }
    }
    return true;
  }

  private static JobOutcome outcome(int exitCode, LogTail tail) throws IOException {
    if (exitCode == 0) {
      return new JobOutcome.Succeeded(Map.of());
    }
    String last = tail.lastLine();
    return new JobOutcome.Failed(
        "the command ended with exit code "
            + exitCode
            + (last.isEmpty() ? " and wrote nothing" : ": " + last),
        true);
  }
}
