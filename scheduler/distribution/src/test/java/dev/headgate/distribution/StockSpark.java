package dev.headgate.distribution;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Spark with Iceberg as anyone runs it, in a process of its own: what it knows of Headgate is what
 * {@link #catalog} sets.
 */
final class StockSpark implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;
  private static final String ANSWER = "answer: ";
  private static final List<String> PACKAGES =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Process process;
  private final BufferedWriter input;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private StockSpark(Process process) {
    this.process = process;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "stock-spark-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts it; {@code settings} are Spark's. */
  static StockSpark start(Path folder, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>();
    all.put("spark.master", "local[2]");
    all.put("spark.ui.enabled", "false");
    all.put("spark.driver.host", "127.0.0.1");
    all.put("spark.driver.bindAddress", "127.0.0.1");
    all.put("spark.local.dir", folder.resolve("spark").toString());
    all.put("spark.sql.warehouse.dir", folder.resolve("spark-warehouse").toString());
    all.put("spark.sql.shuffle.partitions", "2");
    all.put("spark.sql.session.timeZone", "UTC");
    all.put(
        "spark.sql.extensions",
        "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    all.putAll(settings);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    PACKAGES.forEach(p -> command.add("--add-opens=java.base/" + p + "=ALL-UNNAMED"));
    all.forEach((key, value) -> command.add("-D" + key + "=" + value));
    Path tests = Path.of(System.getProperty("headgate.root"), "jobs/runtime/target/test-classes");
    command.addAll(List.of("-cp", tests + ":" + Distribution.folder().resolve("spark") + "/*"));
    command.add("dev.headgate.jobs.runtime.Statements");
    try {
      Files.createDirectories(folder);
      StockSpark spark =
          new StockSpark(
              new ProcessBuilder(command)
                  .redirectError(folder.resolve("stock-spark.log").toFile())
                  .start());
      spark.answer("start");
      return spark;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A catalog as a user configures it; the token is for branches that are to be written. */
  void catalog(String name, String uri, String warehouse, String token) {
    String prefix = "spark.sql.catalog." + name;
    set(prefix, "org.apache.iceberg.spark.SparkCatalog");
    set(prefix + ".type", "rest");
    set(prefix + ".uri", uri);
    set(prefix + ".warehouse", warehouse);
    set(prefix + ".cache-enabled", "false");
    if (!token.isEmpty()) {
      set(prefix + ".token", token);
    }
  }

  private void set(String key, String value) {
    sql("SET `" + key + "`=`" + value + "`");
  }

  /** Rows as Spark prints them; what fails is an {@link Refused}. */
  String sql(String statement) {
    try {
      byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
      input.write(Base64.getEncoder().encodeToString(bytes));
      input.newLine();
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Spark has ended", e);
    }
    return answer(statement);
  }

  private String answer(String what) {
    try {
      String line = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("no answer from Spark: " + what);
      }
      String[] words = line.split(" ", 2);
      String text = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8);
      if (words[0].equals("ok")) {
        return text;
      }
      throw new Refused(what, text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(ANSWER)) {
          answers.add(line.substring(ANSWER.length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** A statement that failed, with Spark's message. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String statement, String message) {
      super(statement + ": " + message);
    }
  }
}
