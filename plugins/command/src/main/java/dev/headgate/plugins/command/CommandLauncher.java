package dev.headgate.plugins.command;

import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs commands as child processes and leaves none of them behind. */
final class CommandLauncher implements Launcher {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLauncher.class);
  private static final Duration BESIDE_GRACE = Duration.ofSeconds(15);

  private final WorkFolders folders;
  private final CommandEnvironment environment;
  private final Duration stopGrace;
  private boolean closed;
  private int running;

  CommandLauncher(WorkFolders folders, CommandEnvironment environment, Duration stopGrace) {
    this.folders = folders;
    this.environment = environment;
    this.stopGrace = stopGrace;
  }

  @Override
  public JobOutcome run(JobRequest request, JobListener listener) throws InterruptedException {
    if (!enter()) {
      return CommandAttempt.STOPPING;
    }
    try {
      return attempt(request, listener);
    } catch (PluginException e) {
      return new JobOutcome.Failed(e.getMessage(), false);
    } catch (IOException e) {
      return new JobOutcome.Failed("the command's folder or log failed: " + e, true);
    } finally {
      leave();
    }
  }

  private JobOutcome attempt(JobRequest request, JobListener listener)
      throws IOException, InterruptedException {
    CommandJob job = CommandJob.of(request.job());
    job.checkFiles(request.files().keySet());
    Path folder =
        folders.create(request.runId(), request.attempt(), job.run().get(0), request.files());
    try {
      Map<String, String> variables = environment.of(request, job.env(), folder);
      return new CommandAttempt(folders, folder, request.log(), stopGrace, this::isClosed)
          .run(job.run(), variables, listener);
    } finally {
      remove(folder);
    }
  }

  private void remove(Path folder) {
    try {
      folders.remove(folder);
    } catch (IOException e) {
      LOG.warn("cannot remove {}; the next start will try again", folder, e);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized boolean enter() {
    if (!closed) {
      running++;
    }
    return !closed;
  }

  private synchronized void leave() {
    running--;
    notifyAll();
  }

  /** Has every attempt stop its command, and returns when they have, or the grace is long over. */
  @Override
  public synchronized void close() {
    closed = true;
    long deadline = System.nanoTime() + stopGrace.plus(BESIDE_GRACE).toNanos();
    while (running > 0) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        LOG.warn("{} commands have not stopped", running);
        return;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
