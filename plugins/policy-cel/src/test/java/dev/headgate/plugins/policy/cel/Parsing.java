package dev.headgate.plugins.policy.cel;

import dev.headgate.definitions.PolicyParser;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.FactType;
import dev.headgate.definitions.keys.PolicyCompiler;
import dev.headgate.definitions.source.Sources;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.spi.PolicyFacts;
import dev.headgate.spi.PolicyLanguage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies out of files, as a server reads them. */
final class Parsing {
  static final PolicyLanguage CEL = new CelLanguage();

  private Parsing() {}

  static PolicyParser.Result parse(Sources sources) {
    Map<Scope, Map<String, FactType>> facts = new EnumMap<>(Scope.class);
    for (Scope scope : Scope.values()) {
      Map<String, FactType> variables = new HashMap<>();
      PolicyFacts.of(scope).forEach((name, type) -> variables.put(name, type(type)));
      facts.put(scope, variables);
    }
    Extensions extensions =
        new Extensions(Map.of(), Map.of(), Map.of(), Map.of("cel", Parsing::check), facts);
    return PolicyParser.parse(sources, extensions, List.of());
  }

  private static Optional<PolicyCompiler.Mistake> check(String expression, Scope scope) {
    try {
      CEL.compile(expression, scope);
      return Optional.empty();
    } catch (PolicyLanguage.Mistake e) {
      return Optional.of(new PolicyCompiler.Mistake(e.getMessage(), e.line(), e.column()));
    }
  }

  private static FactType type(PolicyFacts.Type type) {
    if (type instanceof PolicyFacts.Type.ListOf list) {
      return new FactType.ListOf(type(list.element()));
    }
    if (type instanceof PolicyFacts.Type.MapOf map) {
      return new FactType.MapOf(type(map.value()));
    }
    if (type instanceof PolicyFacts.Type.Struct struct) {
      Map<String, FactType> fields = new HashMap<>();
      struct.fields().forEach((name, field) -> fields.put(name, type(field)));
      return new FactType.Struct(struct.name(), fields);
    }
    return FactType.Plain.valueOf(((PolicyFacts.Type.Plain) type).name());
  }
}
