package dev.headgate.catalog;

import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.file.LocalFileIO;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/** A lake in a folder, on H2 or PostgreSQL; closed with its connections. */
public final class TestLake implements AutoCloseable {
  private final HikariDataSource dataSource;
  private final VersionedCatalog catalog;

  private TestLake(HikariDataSource dataSource, VersionedCatalog catalog) {
    this.dataSource = dataSource;
    this.catalog = catalog;
  }

  public static TestLake onH2(Path folder, UnaryOperator<CatalogConfig> configured) {
    return on(Databases.h2(folder), folder, configured);
  }

  public static TestLake inMemory(Path folder, UnaryOperator<CatalogConfig> configured) {
    return on(Databases.h2InMemory(), folder, configured);
  }

  public static TestLake on(
      HikariDataSource dataSource, Path folder, UnaryOperator<CatalogConfig> configured) {
    String warehouse = folder.resolve("warehouse").toString();
    CatalogConfig config = CatalogConfig.of(dataSource, warehouse, new LocalFileIO());
    return new TestLake(dataSource, VersionedCatalog.open(configured.apply(config)));
  }

  public VersionedCatalog catalog() {
    return catalog;
  }

  public HikariDataSource dataSource() {
    return dataSource;
  }

  /** Tampers with the database. */
  public void sql(String statement) {
    Jdbi.create(dataSource).useHandle(handle -> handle.execute(statement));
  }

  @Override
  public void close() {
    catalog.close();
    dataSource.close();
  }
}
