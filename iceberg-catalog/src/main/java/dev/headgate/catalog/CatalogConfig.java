package dev.headgate.catalog;

import dev.headgate.catalog.promotion.StepObserver;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.view.Guard;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.iceberg.io.FileIO;

/**
 * What a versioned catalog is made of.
 *
 * @param dataSource H2 or PostgreSQL; may hold other tables too
 * @param warehouse where files go: a local folder or an {@code s3a://} URI
 * @param io reads and writes below the warehouse; closed with the catalog
 * @param retention how long an instant of main that no lake version is stays readable; until then
 *     no snapshot that it shows can be taken out of a table, by expiry for example
 * @param grace how long a branch has ended, and a file was seen to be unused, before the file is
 *     deleted
 * @param properties catalog properties of Iceberg that hold for every view, such as {@code
 *     table-default.…}
 * @param guards by the names that branches refer to them by
 * @param labels properties named {@code headgate.…} that readers of main and its instants see on a
 *     table, beside what is stored; asked at each load, so it must be quick
 * @param observer is told of the steps of promotions
 */
public record CatalogConfig(
    DataSource dataSource,
    String warehouse,
    FileIO io,
    Clock clock,
    Duration retention,
    Duration grace,
    Map<String, String> properties,
    Map<String, Guard> guards,
    Function<Name, Map<String, String>> labels,
    StepObserver observer) {
  public CatalogConfig {
    properties = Map.copyOf(properties);
    guards = Map.copyOf(guards);
  }

  /**
   * With the system's clock, a retention of seven days, and neither guards, labels nor observer.
   */
  public static CatalogConfig of(DataSource dataSource, String warehouse, FileIO io) {
    return new CatalogConfig(
        dataSource,
        warehouse,
        io,
        Clock.systemUTC(),
        Duration.ofDays(7),
        Duration.ofHours(6),
        Map.of(),
        Map.of(),
        name -> Map.of(),
        StepObserver.NONE);
  }

  /** The same with other catalog properties. */
  public CatalogConfig withProperties(Map<String, String> others) {
    return new CatalogConfig(
        dataSource, warehouse, io, clock, retention, grace, others, guards, labels, observer);
  }

  /** The same with another retention. */
  public CatalogConfig withRetention(Duration other) {
    return new CatalogConfig(
        dataSource, warehouse, io, clock, other, grace, properties, guards, labels, observer);
  }

  /** The same with another observer. */
  public CatalogConfig withObserver(StepObserver other) {
    return new CatalogConfig(
        dataSource, warehouse, io, clock, retention, grace, properties, guards, labels, other);
  }

  /** The same with other guards. */
  public CatalogConfig withGuards(Map<String, Guard> others) {
    return new CatalogConfig(
        dataSource, warehouse, io, clock, retention, grace, properties, others, labels, observer);
  }

  /** The same with other labels. */
  public CatalogConfig withLabels(Function<Name, Map<String, String>> others) {
    return new CatalogConfig(
        dataSource, warehouse, io, clock, retention, grace, properties, guards, others, observer);
  }

  /** The same with another clock. */
  public CatalogConfig withClock(Clock other) {
    return new CatalogConfig(
        dataSource, warehouse, io, other, retention, grace, properties, guards, labels, observer);
  }

  /** The same with another grace. */
  public CatalogConfig withGrace(Duration other) {
    return new CatalogConfig(
        dataSource, warehouse, io, clock, retention, other, properties, guards, labels, observer);
  }
}
