package dev.headgate.catalog.rest;

import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.TestLake;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.BranchSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A lake with one namespace behind its endpoint, and a clock that can be turned on. */
abstract class EndpointTest {
  static final Namespace NS = Namespace.of("ops");
  static final TableIdentifier FLIGHTS = TableIdentifier.of(NS, "flights");
  static final TableIdentifier DELAYS = TableIdentifier.of(NS, "delays");
  static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));

  @TempDir Path folder;
  final Turned clock = new Turned();
  private final List<RESTCatalog> clients = new ArrayList<>();
  private TestLake lake;
  private RestServer server;

  @BeforeEach
  void start() {
    lake = TestLake.inMemory(folder, config -> configured(config.withClock(clock)));
    server = new RestServer(lake.catalog());
    lake().main().createNamespace(NS);
  }

  /** What a test sets beside the clock. */
  CatalogConfig configured(CatalogConfig config) {
    return config;
  }

  @AfterEach
  void stop() throws Exception {
    for (RESTCatalog client : clients) {
      client.close();
    }
    server.close();
    lake.close();
  }

  VersionedCatalog lake() {
    return lake.catalog();
  }

  TestLake testLake() {
    return lake;
  }

  String uri() {
    return server.uri();
  }

  Http http() {
    return new Http(server.uri());
  }

  RESTCatalog client(String warehouse) {
    return kept(server.client(warehouse));
  }

  RESTCatalog client(String warehouse, String token) {
    return kept(server.client(warehouse, token));
  }

  /** A client that the caller closes. */
  RESTCatalog connect(String warehouse) {
    return server.client(warehouse);
  }

  private RESTCatalog kept(RESTCatalog client) {
    clients.add(client);
    return client;
  }

  /** A branch on which everything may be written, and its token. */
  String branch(String name) {
    lake().createBranch(BranchSpec.everything(name));
    return token(name);
  }

  String token(String branch) {
    return lake().grant(branch, Optional.empty(), "test", Duration.ofHours(1));
  }

  /** A file that says it has so many rows; its content is never read here. */
  static DataFile file(int rows) {
    return DataFiles.builder(PartitionSpec.unpartitioned())
        .withPath("/data/" + java.util.UUID.randomUUID() + ".parquet")
        .withFileSizeInBytes(100)
        .withRecordCount(rows)
        .build();
  }

  /** The system's clock, some time later. */
  static final class Turned extends Clock {
    private Duration by = Duration.ZERO;

    void on(Duration duration) {
      by = by.plus(duration);
    }

    @Override
    public ZoneId getZone() {
      return Clock.systemUTC().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("one zone is enough");
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(by);
    }
  }
}
