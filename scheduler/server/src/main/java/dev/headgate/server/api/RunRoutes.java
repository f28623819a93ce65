package dev.headgate.server.api;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.release.Run;
import dev.headgate.model.store.Store;
import dev.headgate.server.engine.RunLogs;
import dev.headgate.server.housekeeping.KeptLogs;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The output of runs, from any position on, so that a client can follow it. */
final class RunRoutes implements Routes {
  static final String OFFSET = "X-Headgate-Log-Offset";
  static final String STATE = "X-Headgate-Run-State";
  static final String ATTEMPT = "X-Headgate-Run-Attempt";
  private static final int CHUNK = 1 << 20;

  private final Store store;
  private final RunLogs logs;
  private final KeptLogs kept;

  @Inject
  RunRoutes(Store store, RunLogs logs, KeptLogs kept) {
    this.store = store;
    this.logs = logs;
    this.kept = kept;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/runs/{run}/log", this::log);
  }

  private void log(Context context) throws IOException {
    String id = context.pathParam("run");
    Run run =
        store
            .transact(transaction -> transaction.runs().find(id))
            .orElseThrow(() -> new HeadgateException(ErrorCode.NOT_FOUND, "there is no run " + id));
    String from = context.queryParam("offset");
    long offset = from == null ? 0 : Arguments.number("offset", from);
    Path file = logs.file(run);
    if (!Files.exists(file)) {
      refuseIfRemoved(run);
    }
    byte[] chunk = read(file, offset);
    context
        .header(OFFSET, Long.toString(offset + chunk.length))
        .header(STATE, run.state().name())
        .header(ATTEMPT, Integer.toString(run.attempt()))
        .contentType("text/plain; charset=utf-8")
        .result(chunk);
  }

  private void refuseIfRemoved(Run run) {
    store
        .transact(transaction -> transaction.releases().find(run.release()))
        .filter(kept::isOver)
        .ifPresent(
            release -> {
              throw new HeadgateException(
                  ErrorCode.NOT_FOUND,
                  "what run "
                      + run.id()
                      + " printed is not kept any more: release "
                      + release.id()
                      + " ended at "
                      + release.endedAt().orElseThrow()
                      + ", and logs are kept for "
                      + kept.keep()
                      + " after that (engine.keep-logs)");
            });
  }

  private static byte[] read(Path file, long offset) throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      if (offset >= channel.size()) {
        return new byte[0];
      }
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK, channel.size() - offset));
      channel.position(offset);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // The file may shrink, never grow beyond the buffer.
      }
      return Arrays.copyOf(buffer.array(), buffer.position());
    }
  }
}
