package dev.headgate.plugins.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** An application that hangs, and one that fails when told to. */
public final class SleepingApp {
  static final String RUNNING = "the application runs";

  private SleepingApp() {}

  public static void main(String[] args) throws InterruptedException {
    System.out.println(RUNNING);
    if (args.length > 0) {
      throw new IllegalStateException(args[0]);
    }
    new CountDownLatch(1).await();
  }

  /** Puts this class into a jar. */
  static Path jar(Path file) throws IOException {
    String name = SleepingApp.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
        InputStream code = SleepingApp.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new JarEntry(name));
      code.transferTo(jar);
      jar.closeEntry();
    }
    return file;
  }
}
