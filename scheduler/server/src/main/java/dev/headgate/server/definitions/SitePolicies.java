package dev.headgate.server.definitions;

import dev.headgate.definitions.PolicyParser;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.server.config.PolicySettings;
import dev.headgate.server.home.Installation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the site asks of every product: read once, when the server is put together. */
@Singleton
final class SitePolicies {
  private static final Logger LOG = LoggerFactory.getLogger(SitePolicies.class);

  private final List<PolicyRule> policies;

  /** Throws {@code INVALID_DEFINITION} with every mistake: such a server does not start. */
  @Inject
  SitePolicies(Installation installation, PolicySettings settings, Extensions extensions) {
    Path folder = settings.folder().orElse(installation.policies());
    boolean none = settings.folder().isEmpty() && !Files.isDirectory(folder);
    this.policies = none ? List.of() : read(folder, extensions);
    if (policies.isEmpty()) {
      LOG.warn("there are no policies of the site: expected *.policy.yaml in {}", folder);
    }
  }

  List<PolicyRule> policies() {
    return policies;
  }

  private static List<PolicyRule> read(Path folder, Extensions extensions) {
    Map<String, byte[]> files = new HashMap<>();
    Sources.readFolder(folder)
        .files()
        .forEach((path, content) -> files.put(folder.getFileName() + "/" + path, content));
    PolicyParser.Result result = PolicyParser.parse(Sources.of(files), extensions, List.of());
    if (!result.problems().isEmpty()) {
      throw new HeadgateException(
          ErrorCode.INVALID_DEFINITION,
          "the policies in "
              + folder
              + " are not valid:\n"
              + result.problems().stream()
                  .map(Problem::toString)
                  .collect(Collectors.joining("\n")));
    }
    return result.policies().stream().map(PolicyRule::ofSite).toList();
  }
}
