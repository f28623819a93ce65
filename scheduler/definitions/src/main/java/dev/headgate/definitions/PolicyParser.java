package dev.headgate.definitions;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.policy.PolicyFiles;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.model.policy.PolicyFixture;
import dev.headgate.model.policy.PolicyRule;
import java.util.List;
import java.util.Map;

/** Parses policies and their fixtures alone: a site's, or those that are to be tested. */
public final class PolicyParser {
  private PolicyParser() {}

  /**
   * What parsing came to.
   *
   * @param problems in the order of files, lines and columns; nothing counts unless there is none
   */
  public record Result(
      List<PolicyRule> policies, List<PolicyFixture> fixtures, List<Problem> problems) {
    public Result {
      policies = List.copyOf(policies);
      fixtures = List.copyOf(fixtures);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads {@code *.policy.yaml} and {@code *.fixtures.yaml}; other files are passed over.
   *
   * @param others policies from elsewhere, whose ids are taken
   */
  public static Result parse(Sources sources, Extensions extensions, List<PolicyRule> others) {
    Problems problems = new Problems();
    PolicyFiles files = new PolicyFiles(problems, extensions, others);
    for (Map.Entry<String, byte[]> file : sources.sorted().entrySet()) {
      if (Sources.isPolicies(file.getKey()) || Sources.isFixtures(file.getKey())) {
        files.read(file.getKey(), file.getValue());
      }
    }
    files.check();
    return problems.count() > 0
        ? new Result(List.of(), List.of(), problems.report())
        : new Result(files.policies(), files.fixtures(), List.of());
  }
}
