package dev.headgate.server.home;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Held by the one server of a home; the operating system lets it go when the process ends. */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, or refuses with what is known of its holder. */
  public static HomeLock take(Home home) {
    try {
      FileChannel channel =
          FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new HeadgateException(ErrorCode.WRONG_STATE, refusal(home));
      }
      return new HomeLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + home.lockFile() + ": " + e, e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String refusal(Home home) throws IOException {
    String holder =
        Files.exists(home.serverFile())
            ? " (" + Files.readString(home.serverFile()).trim() + ")"
            : "";
    return "another server is running on "
        + home.folder()
        + holder
        + ": stop it first, or start this one with another --home";
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
