package dev.headgate.server.health;

import dev.headgate.server.engine.EngineService;
import jakarta.inject.Inject;

/** Whether the engine drives releases. */
final class EngineHealth implements HealthCheck {
  private final EngineService engine;

  @Inject
  EngineHealth(EngineService engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public Health check() {
    boolean running = engine.isRunning();
    return new Health(running, running ? "running" : "starting or stopping");
  }
}
