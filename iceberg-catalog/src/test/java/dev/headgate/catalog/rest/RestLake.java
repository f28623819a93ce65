package dev.headgate.catalog.rest;

import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.TestLake;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.BranchSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.iceberg.rest.RESTCatalog;

/** A lake behind its endpoint, and one of its views: main, or a branch with a token. */
final class RestLake implements AutoCloseable {
  static final String BRANCH = "sandbox-conformance";

  private final TestLake lake;
  private final RestServer server;
  private final String warehouse;
  private final Optional<String> token;

  private RestLake(TestLake lake, boolean onBranch) {
    this.lake = lake;
    this.server = new RestServer(lake.catalog());
    this.warehouse = onBranch ? BRANCH : "main";
    this.token = onBranch ? Optional.of(grant(lake.catalog())) : Optional.empty();
  }

  private static String grant(VersionedCatalog lake) {
    lake.createBranch(BranchSpec.everything(BRANCH));
    return lake.grant(BRANCH, Optional.empty(), "conformance", Duration.ofHours(1));
  }

  /** Iceberg's suites expire snapshots that main has just shown, which a retention would refuse. */
  static RestLake forSuites(
      Path folder, boolean onBranch, Function<UnaryOperator<CatalogConfig>, TestLake> open) {
    return new RestLake(open.apply(config -> config.withRetention(Duration.ZERO)), onBranch);
  }

  static RestLake inMemory(Path folder, boolean onBranch) {
    return forSuites(folder, onBranch, configured -> TestLake.inMemory(folder, configured));
  }

  RESTCatalog client(Map<String, String> properties) {
    return server.client(warehouse, clientProperties(properties));
  }

  /** What a client needs beside the URI. */
  Map<String, String> clientProperties(Map<String, String> others) {
    Map<String, String> all = new TreeMap<>(others);
    token.ifPresent(t -> all.put("token", t));
    all.put("warehouse", warehouse);
    return all;
  }

  String uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
    lake.close();
  }
}
