package dev.headgate.engine.drive;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.store.Store;
import java.time.Clock;

/** What the engine is built on. */
public record Parts(Store store, Lake lake, Plugins plugins, Clock clock, EngineConfig config) {}
