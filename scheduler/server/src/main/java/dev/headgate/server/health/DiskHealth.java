package dev.headgate.server.health;

import dev.headgate.server.home.Home;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;

/** Whether the home has room to write. */
final class DiskHealth implements HealthCheck {
  private static final long MEBIBYTE = 1 << 20;
  private static final long LEAST = 256;

  private final Home home;

  @Inject
  DiskHealth(Home home) {
    this.home = home;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Health check() {
    try {
      FileStore disk = Files.getFileStore(home.folder());
      long free = disk.getUsableSpace() / MEBIBYTE;
      return new Health(
          free >= LEAST && Files.isWritable(home.folder()),
          free + " MiB free, at least " + LEAST + " needed");
    } catch (IOException e) {
      return new Health(false, e.toString());
    }
  }
}
