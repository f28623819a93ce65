package dev.headgate.server.definitions;

import dev.headgate.definitions.DefinitionParser;
import dev.headgate.definitions.ParseResult;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.source.Sources;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Job;
import dev.headgate.server.http.InvalidDefinitionsException;
import dev.headgate.server.http.Json;
import dev.headgate.server.http.Problem;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads definitions with the parser, with what plugins understand and the site's policies. */
public final class ParsedDefinitions implements DefinitionReader {
  private final Extensions extensions;
  private final SitePolicies site;
  private final Json json;

  @Inject
  ParsedDefinitions(Extensions extensions, SitePolicies site, Json json) {
    this.extensions = extensions;
    this.site = site;
    this.json = json;
  }

  @Override
  public Definitions read(Map<String, byte[]> files, Path root) {
    ParseResult result =
        DefinitionParser.parse(new Sources(files, Optional.of(root)), extensions, site.policies());
    if (result instanceof ParseResult.Parsed parsed) {
      return parsed.definitions();
    }
    throw new InvalidDefinitionsException(
        problems(result).stream()
            .map(p -> new Problem.Mistake(p.file(), p.line(), p.column(), p.message()))
            .toList());
  }

  /**
   * Parses a pipeline with this one job, so that a submission has the keys, the checks and the
   * digests of a pipeline's job. JSON is YAML.
   */
  @Override
  public Job job(String type, Map<String, Object> settings) {
    Map<String, Object> entry = new LinkedHashMap<>(settings);
    entry.put("type", type);
    Map<String, Object> pipeline =
        Map.of("product", "submission.job", "datasets", Map.of("dataset", Map.of("job", entry)));
    Map<String, Object> domain = Map.of("domain", "submission", "owners", List.of("submission"));
    ParseResult result =
        DefinitionParser.parse(
            Sources.of(Map.of("pipeline.yaml", bytes(pipeline), "domain.yaml", bytes(domain))),
            extensions);
    if (result instanceof ParseResult.Parsed parsed) {
      return parsed.definitions().products().values().iterator().next().datasets().get(0).job();
    }
    throw new HeadgateException(
        ErrorCode.INVALID_REQUEST,
        "the submission is not valid: "
            + problems(result).stream()
                .map(dev.headgate.definitions.yaml.Problem::message)
                .collect(Collectors.joining("; ")));
  }

  private byte[] bytes(Object value) {
    return json.toJsonString(value, value.getClass()).getBytes(StandardCharsets.UTF_8);
  }

  private static List<dev.headgate.definitions.yaml.Problem> problems(ParseResult result) {
    return ((ParseResult.Invalid) result).problems();
  }
}
