package dev.headgate.server.engine;

import dev.headgate.engine.Engine;
import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Inject;

/** Starts and stops the engine. */
public final class EngineService implements Service {
  private final Engine engine;
  private volatile boolean running;

  @Inject
  EngineService(Engine engine) {
    this.engine = engine;
  }

  /** Whether it was started and not stopped. */
  public boolean isRunning() {
    return running;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public void start() {
    engine.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    engine.close();
  }
}
