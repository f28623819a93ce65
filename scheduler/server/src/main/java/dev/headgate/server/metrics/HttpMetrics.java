package dev.headgate.server.metrics;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Times requests, by route and not by path, so that there are few series. */
final class HttpMetrics implements RequestLogger {
  private static final double MICROS = 1000;

  private final MeterRegistry registry;

  @Inject
  HttpMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handle(Context context, Float millis) {
    Endpoint endpoint = context.endpoints().lastHttpEndpoint();
    registry
        .timer(
            "headgate.http.requests",
            "method",
            context.method().name(),
            "route",
            endpoint == null ? "none" : endpoint.path,
            "status",
            Integer.toString(context.statusCode()))
        .record((long) (millis * MICROS), TimeUnit.MICROSECONDS);
  }
}
