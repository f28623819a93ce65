package dev.headgate.catalog;

import dev.headgate.catalog.promotion.StepObserver;
import dev.headgate.catalog.view.Guard;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.iceberg.io.FileIO;

/**
 * What a versioned catalog is made of.
 *
 * @param dataSource H2 or PostgreSQL; may hold other tables too
 * @param warehouse where files go: a local folder or an {@code s3a://} URI
 * @param io reads and writes below the warehouse; closed with the catalog
 * @param guards by the names that branches refer to them by
 * @param observer is told of the steps of promotions
 */
public record CatalogConfig(
    DataSource dataSource,
    String warehouse,
    FileIO io,
    Clock clock,
    Map<String, Guard> guards,
    StepObserver observer) {
  public CatalogConfig {
    guards = Map.copyOf(guards);
  }

  /** With the system's clock, and neither guards nor observer. */
  public static CatalogConfig of(DataSource dataSource, String warehouse, FileIO io) {
    return new CatalogConfig(
        dataSource, warehouse, io, Clock.systemUTC(), Map.of(), StepObserver.NONE);
  }
}
