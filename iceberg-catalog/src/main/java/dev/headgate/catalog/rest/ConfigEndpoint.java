package dev.headgate.catalog.rest;

import java.time.Duration;
import java.util.Optional;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.rest.auth.OAuth2Properties;
import org.apache.iceberg.rest.responses.ConfigResponse;

/**
 * Tells clients how to go on: by the prefix of the view that they asked for, so that {@code pinned}
 * stays the instant that it was when they connected.
 */
final class ConfigEndpoint {
  private final Routes routes;
  private final Duration keyLifetime;

  ConfigEndpoint(Routes routes, Duration keyLifetime) {
    this.routes = routes;
    this.keyLifetime = keyLifetime;
  }

  /**
   * By default a client would guess the FileIO by the scheme, and not find what it needs for {@code
   * s3a://}; and it would try to exchange its token for a newer one, of which there is none.
   */
  Reply answer(Session session) {
    ConfigResponse.Builder config =
        ConfigResponse.builder()
            .withOverride("prefix", session.warehouse())
            .withDefault(CatalogProperties.FILE_IO_IMPL, HadoopFileIO.class.getName())
            .withDefault(OAuth2Properties.TOKEN_REFRESH_ENABLED, "false")
            .withEndpoints(routes.endpoints(session.mayWrite()));
    if (session.mayWrite()) {
      config.withIdempotencyKeyLifetime(keyLifetime.toString());
    }
    return Reply.ok(config.build());
  }

  /** The warehouse that a client connects to: in the path, or else as a parameter. */
  static Optional<String> warehouse(Target target, Query query) {
    return target.warehouse().or(() -> query.find("warehouse"));
  }
}
