package dev.headgate.server.http;

import io.javalin.config.RoutesConfig;

/** A feature's routes; bound into a set. */
public interface Routes {
  void register(RoutesConfig routes);
}
