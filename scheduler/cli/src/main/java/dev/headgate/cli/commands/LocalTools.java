package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;

/** What runs in this process, without a server; the distribution brings it. */
public interface LocalTools {
  /**
   * Tests policies by their fixtures. The answer has {@code folder}, {@code mistakes} (texts),
   * {@code fixtures} ({@code policy}, {@code name}, {@code expect}, {@code at}, {@code passed},
   * {@code problem}) and {@code untested} (texts).
   *
   * @param folder empty: the site's policies
   */
  JsonNode testPolicies(Path home, Optional<Path> folder) throws Exception;
}
