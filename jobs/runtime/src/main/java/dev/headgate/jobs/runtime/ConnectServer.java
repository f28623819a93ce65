package dev.headgate.jobs.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connect.service.SparkConnectService;
import org.apache.spark.sql.connect.service.SparkConnectService$;

/**
 * A Spark Connect server that lives as long as its parent. Arguments: the parent's process id, a
 * properties file with Spark's configuration, and the file to write the port to when it is ready.
 */
public final class ConnectServer {
  private ConnectServer() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "expected the parent's process id, a properties file and a port file");
    }
    ParentWatch.start(Long.parseLong(args[0]), End::orphaned);
    try {
      SparkSession spark = SparkSession.builder().config(conf(Path.of(args[1]))).getOrCreate();
      SparkConnectService.start(spark.sparkContext());
      announce(Path.of(args[2]), SparkConnectService$.MODULE$.localPort());
      SparkConnectService$.MODULE$.server().awaitTermination();
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static SparkConf conf(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    SparkConf conf = new SparkConf();
    properties.stringPropertyNames().forEach(key -> conf.set(key, properties.getProperty(key)));
    return conf;
  }

  private static void announce(Path file, int port) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.writeString(partial, Integer.toString(port));
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
