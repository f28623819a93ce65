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

  /**
   * Judges a folder of definitions by themselves; the answer is that of {@code POST /checks}.
   *
   * @param product only this one; empty: all
   * @throws dev.headgate.cli.api.CliException with each mistake in the definitions
   */
  JsonNode checkDefinitions(Path home, Path folder, Optional<String> product) throws Exception;

  /**
   * Compares contracts. The answer has {@code contracts} (as in a plan's {@code contracts[].diff}),
   * and the names of those {@code added} and {@code removed}.
   *
   * @param before a file, or a folder of them
   * @param after the same, later
   */
  JsonNode diffContracts(Path home, Path before, Path after) throws Exception;
}
