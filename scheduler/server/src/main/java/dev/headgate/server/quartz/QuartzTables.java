package dev.headgate.server.quartz;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Makes Quartz' tables from the script in its own jar, where they are not all there. What a crash
 * left half made is dropped first: the schedules are set anew at each start.
 */
final class QuartzTables {
  private static final Pattern CREATE =
      Pattern.compile("^CREATE\\s+TABLE\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

  private final DataSource database;
  private final QuartzDialect dialect;

  @Inject
  QuartzTables(DataSource database, QuartzDialect dialect) {
    this.database = database;
    this.dialect = dialect;
  }

  void create() throws SQLException, IOException {
    List<String> statements = statements();
    Set<String> wanted = new TreeSet<>();
    for (String statement : statements) {
      Matcher matcher = CREATE.matcher(statement);
      if (matcher.find()) {
        wanted.add(matcher.group(1).toLowerCase(Locale.ROOT));
      }
    }
    try (Connection connection = database.getConnection()) {
      if (!existing(connection).containsAll(wanted)) {
        connection.setAutoCommit(false);
        run(connection, wanted, statements);
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void run(Connection connection, Set<String> tables, List<String> statements)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute("DROP TABLE IF EXISTS " + table + " CASCADE");
      }
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Set<String> existing(Connection connection) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (tables.next()) {
        found.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  /** The script's statements but for its own drops and its commit. */
  private List<String> statements() throws IOException {
    List<String> found = new ArrayList<>();
    try (InputStream stream = QuartzDialect.class.getResourceAsStream(dialect.script())) {
      if (stream == null) {
        throw new IOException("Quartz' jar has no " + dialect.script());
      }
      String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (String statement : script.replaceAll("(?m)--.*$", "").split(";", -1)) {
        String sql = statement.strip();
        String start = sql.toUpperCase(Locale.ROOT);
        if (!sql.isEmpty() && !start.startsWith("DROP ") && !start.equals("COMMIT")) {
          found.add(sql);
        }
      }
    }
    return found;
  }
}
