package dev.headgate.plugins.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All processes of one attempt: the command, its descendants as far as they were seen, and on Linux
 * whatever has the attempt's folder in its environment. Not thread-safe.
 */
final class Processes {
  /** How often survivors are looked for while killing: a process may fork meanwhile. */
  private static final int ROUNDS = 5;

  private static final Duration KILLED_WITHIN = Duration.ofSeconds(2);
  private static final long POLL_MILLIS = 20;

  private final String mark;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  private Processes(Path folder) {
    mark = latin((CommandEnvironment.WORK + "=" + folder).getBytes(StandardCharsets.UTF_8));
  }

  static Processes startedWith(Path folder, ProcessHandle command) {
    Processes processes = new Processes(folder);
    processes.seen.add(command);
    return processes;
  }

  /** Those of an attempt of an earlier server, by the identity that was noted of its command. */
  static Processes leftBehind(Path folder, String identity) throws IOException {
    Processes processes = new Processes(folder.toRealPath());
    String pid = identity.split(" ", 2)[0];
    if (pid.matches("[0-9]{1,18}")) {
      ProcessHandle.of(Long.parseLong(pid))
          .filter(p -> identity(p).equals(identity))
          .ifPresent(processes.seen::add);
    }
    return processes;
  }

  /** Tells a process from a later one with the same number. */
  static String identity(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** Looks for descendants now, while their parents live. */
  void look() {
    for (ProcessHandle process : List.copyOf(seen)) {
      process.descendants().forEach(seen::add);
    }
  }

  /**
   * Ends all that are alive: asks them, and kills those that are left after the grace. An interrupt
   * ends the grace at once and is kept. Returns how many there were.
   */
  int stop(Duration grace) {
    Set<ProcessHandle> ended = new LinkedHashSet<>(alive());
    ended.forEach(ProcessHandle::destroy);
    boolean interrupted = awaitEnd(grace);
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> left = alive();
      if (left.isEmpty()) {
        break;
      }
      left.forEach(ProcessHandle::destroyForcibly);
      ended.addAll(left);
      interrupted |= awaitEnd(KILLED_WITHIN);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return ended.size();
  }

  private List<ProcessHandle> alive() {
    look();
    if (Files.isDirectory(Path.of("/proc/self"))) {
      ProcessHandle.allProcesses().filter(this::isMarked).forEach(seen::add);
    }
    return seen.stream().filter(Processes::isRunning).toList();
  }

  /** Waits until all that were seen have ended; returns whether it was interrupted before. */
  private boolean awaitEnd(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (seen.stream().anyMatch(Processes::isRunning) && System.nanoTime() < deadline) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        return true;
      }
    }
    return false;
  }

  private boolean isMarked(ProcessHandle process) {
    String environment = read(process, "environ");
    return Arrays.asList(environment.split("\0", -1)).contains(mark);
  }

  /** A process that has ended but that its parent did not ask about yet is not running. */
  private static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    String state = read(process, "stat");
    int afterName = state.lastIndexOf(") ") + 2;
    return afterName < 2 || !state.startsWith("Z", afterName);
  }

  /** A file about a process, on Linux; empty where it ended meanwhile or is another user's. */
  private static String read(ProcessHandle process, String file) {
    try {
      return latin(Files.readAllBytes(Path.of("/proc/" + process.pid() + "/" + file)));
    } catch (IOException e) {
      return "";
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
