package dev.headgate.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.api.Mistake;
import dev.headgate.cli.commands.LocalTools;
import dev.headgate.model.product.ProductName;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import dev.headgate.server.http.InvalidDefinitionsException;
import dev.headgate.server.local.LocalContracts;
import dev.headgate.server.local.LocalDefinitions;
import dev.headgate.server.local.LocalPolicies;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the command does without a server, by the server's parts. */
final class InProcess implements LocalTools {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<Installation> installation;
  private final Map<String, String> environment;

  InProcess(Supplier<Installation> installation, Map<String, String> environment) {
    this.installation = installation;
    this.environment = environment;
  }

  @Override
  public JsonNode testPolicies(Path home, Optional<Path> folder) throws Exception {
    return JSON.valueToTree(
        new LocalPolicies(installation.get(), environment, Clock.systemUTC())
            .test(new Home(home), folder));
  }

  @Override
  public JsonNode checkDefinitions(Path home, Path folder, Optional<String> product)
      throws Exception {
    LocalDefinitions definitions =
        new LocalDefinitions(installation.get(), environment, Clock.systemUTC());
    try {
      return JSON.readTree(
          definitions.check(new Home(home), folder, product.map(InProcess::named)));
    } catch (InvalidDefinitionsException e) {
      List<Mistake> mistakes =
          e.mistakes().stream()
              .map(m -> new Mistake(m.file(), m.line(), m.column(), m.message()))
              .toList();
      throw new CliException(ExitCode.of(e.code()), e.getMessage(), e, mistakes);
    }
  }

  @Override
  public JsonNode diffContracts(Path home, Path before, Path after) throws Exception {
    return JSON.valueToTree(
        new LocalContracts(installation.get(), environment).diff(new Home(home), before, after));
  }

  private static ProductName named(String product) {
    try {
      return ProductName.parse(product);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, e.getMessage(), e);
    }
  }
}
