package dev.headgate.jobs.runtime;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command that cannot watch its parent itself, such as {@code $SPARK_HOME/bin/spark-submit},
 * and ends it with all its descendants when the parent of this process is gone or this process is
 * asked to end. Arguments: the parent's process id and the command. Exits with the command's code.
 */
public final class Supervise {
  private static final long GRACE_SECONDS = 5;

  private Supervise() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 2) {
      throw new IllegalArgumentException("expected the parent's process id and a command");
    }
    List<String> command = Arrays.asList(args).subList(1, args.length);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "headgate-end"));
    process.getOutputStream().close();
    ParentWatch.start(Long.parseLong(args[0]), End::orphaned);
    System.exit(process.waitFor());
  }

  private static void end(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
