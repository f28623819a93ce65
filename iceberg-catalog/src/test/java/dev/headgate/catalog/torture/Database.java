package dev.headgate.catalog.torture;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.file.LocalFileIO;
import dev.headgate.catalog.promotion.StepObserver;
import java.nio.file.Path;
import javax.sql.DataSource;

/** Where a lake's database is, for each process that opens it. */
record Database(String url, String user) {
  static Database h2(Path folder) {
    return new Database("jdbc:h2:file:" + folder.resolve("lake") + ";WRITE_DELAY=0", "sa");
  }

  HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword("");
    config.setMaximumPoolSize(10);
    return new HikariDataSource(config);
  }

  /** The lake that keeps its files below {@code folder}. */
  static VersionedCatalog lake(DataSource dataSource, Path folder, StepObserver observer) {
    String warehouse = folder.resolve("warehouse").toString();
    return VersionedCatalog.open(
        CatalogConfig.of(dataSource, warehouse, new LocalFileIO()).withObserver(observer));
  }
}
