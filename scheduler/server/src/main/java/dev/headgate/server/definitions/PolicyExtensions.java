package dev.headgate.server.definitions;

import dev.headgate.definitions.keys.FactType;
import dev.headgate.definitions.keys.PolicyCompiler;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.server.plugins.Registry;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.PolicyFacts;
import dev.headgate.spi.PolicyLanguage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Policy languages and facts as the parser takes them. */
final class PolicyExtensions {
  private PolicyExtensions() {}

  static Map<String, PolicyCompiler> compilers(Registry<PolicyLanguage> languages) {
    Map<String, PolicyCompiler> compilers = new HashMap<>();
    languages
        .all()
        .forEach(
            e ->
                compilers.put(
                    e.name(), (expression, scope) -> check(e.instance(), expression, scope)));
    return compilers;
  }

  static Map<Scope, Map<String, FactType>> facts() {
    Map<Scope, Map<String, FactType>> facts = new EnumMap<>(Scope.class);
    for (Scope scope : Scope.values()) {
      Map<String, FactType> variables = new HashMap<>();
      PolicyFacts.of(scope).forEach((name, type) -> variables.put(name, type(type)));
      facts.put(scope, variables);
    }
    return facts;
  }

  private static Optional<PolicyCompiler.Mistake> check(
      PolicyLanguage language, String expression, Scope scope) {
    try {
      language.compile(expression, scope);
      return Optional.empty();
    } catch (PolicyLanguage.Mistake e) {
      return Optional.of(new PolicyCompiler.Mistake(e.getMessage(), e.line(), e.column()));
    } catch (PluginException e) {
      return Optional.of(new PolicyCompiler.Mistake(e.getMessage(), 1, 1));
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
    return switch ((PolicyFacts.Type.Plain) type) {
      case TEXT -> FactType.Plain.TEXT;
      case WHOLE -> FactType.Plain.WHOLE;
      case DECIMAL -> FactType.Plain.DECIMAL;
      case FLAG -> FactType.Plain.FLAG;
      case INSTANT -> FactType.Plain.INSTANT;
      case DURATION -> FactType.Plain.DURATION;
    };
  }
}
