package dev.headgate.server.config;

import java.util.List;

/**
 * The one database of catalog, store and schedules.
 *
 * @param url of PostgreSQL; empty: an H2 file in the server's home
 */
public record DatabaseConfig(String url, String user, String password, int poolSize) {
  static final Property<String> URL =
      new Property<>(
          "database.url",
          "",
          DatabaseConfig::supported,
          "jdbc:postgresql://host/database, or nothing for a file in the server's home",
          "JDBC URL of a PostgreSQL database; empty: an H2 file in the server's home.");
  static final Property<String> USER = Property.text("database.user", "", "Database user.");
  static final Property<String> PASSWORD =
      Property.text("database.password", "", "Its password; better ${ENV:NAME} than in clear.");
  static final Property<Integer> POOL_SIZE =
      Property.number("database.pool-size", 24, 4, 500, "Connections at most.");
  static final List<Property<?>> PROPERTIES = List.of(URL, USER, PASSWORD, POOL_SIZE);

  public static DatabaseConfig from(Settings settings) {
    return new DatabaseConfig(
        settings.read(URL), settings.read(USER), settings.read(PASSWORD), settings.read(POOL_SIZE));
  }

  /** Whether it is PostgreSQL and not a file in the server's home. */
  public boolean isPostgres() {
    return !url.isEmpty();
  }

  @Override
  public String toString() {
    return "DatabaseConfig[url=" + url + ", user=" + user + ", poolSize=" + poolSize + "]";
  }

  private static String supported(String url) {
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("not a database that Headgate knows");
    }
    return url;
  }
}
