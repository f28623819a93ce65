package dev.headgate.distribution;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real S3 service over a folder, in a process of its own. */
final class S3Proxy implements AutoCloseable {
  private final ChildProcess process;
  private final String endpoint;

  private S3Proxy(ChildProcess process, String endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts it with one bucket; objects are files in {@code folder/objects/<bucket>}. */
  static S3Proxy start(Path folder, String bucket) throws IOException, InterruptedException {
    Path objects = Files.createDirectories(folder.resolve("objects"));
    String endpoint = "http://127.0.0.1:" + freePort();
    Path properties = folder.resolve("s3proxy.properties");
    Files.write(
        properties,
        List.of(
            "s3proxy.endpoint=" + endpoint,
            "s3proxy.authorization=none",
            "jclouds.provider=filesystem-nio2",
            "jclouds.filesystem.basedir=" + objects));
    String classPath = Files.readString(Path.of("target", "s3proxy.classpath")).strip();
    ChildProcess process =
        ChildProcess.start(
            folder.resolve("s3proxy.out"),
            Map.of(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile="
                    + Path.of("src", "test", "resources", "s3proxy-logback.xml").toAbsolutePath(),
                "-cp",
                classPath,
                "org.gaul.s3proxy.Main",
                "--properties",
                properties.toString()));
    S3Proxy s3 = new S3Proxy(process, endpoint);
    s3.makeBucket(bucket);
    return s3;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void makeBucket(String bucket) {
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(endpoint + "/" + bucket))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreException(ConnectException.class)
        .until(
            () ->
                HttpClient.newHttpClient().send(put, BodyHandlers.discarding()).statusCode()
                    == 200);
  }

  /** What a client has to know, as settings of Hadoop's S3A file system, each with a prefix. */
  Map<String, String> settings(String prefix) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(prefix + "fs.s3a.endpoint", endpoint);
    settings.put(prefix + "fs.s3a.endpoint.region", "us-east-1");
    settings.put(prefix + "fs.s3a.path.style.access", "true");
    settings.put(prefix + "fs.s3a.connection.ssl.enabled", "false");
    settings.put(prefix + "fs.s3a.access.key", "nobody");
    settings.put(prefix + "fs.s3a.secret.key", "asks");
    return settings;
  }

  @Override
  public void close() {
    process.close();
  }
}
