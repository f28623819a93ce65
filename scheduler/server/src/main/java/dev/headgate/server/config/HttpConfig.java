package dev.headgate.server.config;

import java.util.List;

/**
 * Where and how the server listens.
 *
 * @param address to bind to; loopback unless told otherwise
 * @param port 0 for any free one
 * @param url what others reach it by, where that is not what it binds to; empty: made from both
 * @param threads that answer requests
 * @param maxRequestSize of an API request in bytes; the Iceberg endpoint has no such limit
 */
public record HttpConfig(String address, int port, String url, int threads, long maxRequestSize) {
  static final Property<String> ADDRESS =
      Property.text("http.address", "127.0.0.1", "Address to bind to.");
  static final Property<Integer> PORT =
      Property.number("http.port", 8642, 0, 65535, "Port to listen on; 0 for any free one.");
  static final Property<String> URL =
      Property.text(
          "http.url", "", "What jobs and clients reach the server by, if not its address.");
  static final Property<Integer> THREADS =
      Property.number("http.threads", 64, 8, 1000, "Threads that answer requests.");
  static final Property<Long> MAX_REQUEST_SIZE =
      Property.size("http.max-request-size", "16MB", "Largest request to /api.");
  static final List<Property<?>> PROPERTIES =
      List.of(ADDRESS, PORT, URL, THREADS, MAX_REQUEST_SIZE);

  public static HttpConfig from(Settings settings) {
    return new HttpConfig(
        settings.read(ADDRESS),
        settings.read(PORT),
        settings.read(URL),
        settings.read(THREADS),
        settings.read(MAX_REQUEST_SIZE));
  }
}
