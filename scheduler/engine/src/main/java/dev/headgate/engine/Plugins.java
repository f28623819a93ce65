package dev.headgate.engine;

import dev.headgate.spi.Check;
import dev.headgate.spi.EventSink;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.QueryEngine;
import java.util.List;
import java.util.Optional;

/** What plugins brought, found by the words of the definitions. Thread-safe. */
public interface Plugins {
  /** The launcher of a {@code job.type}. */
  Optional<Launcher> launcher(String jobType);

  /** The check of a metric, or of a check's {@code type}. */
  Optional<Check> check(String type);

  /** What checks ask with. */
  Optional<QueryEngine> queryEngine();

  /** The language behind a policy's {@code language}. */
  Optional<PolicyLanguage> policyLanguage(String name);

  /** The notifier behind a {@code notify.to}. */
  Optional<Notifier> notifier(String type);

  List<EventSink> eventSinks();
}
