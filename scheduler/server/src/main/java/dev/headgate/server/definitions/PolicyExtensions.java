package dev.headgate.server.definitions;

import dev.headgate.definitions.keys.FactType;
import dev.headgate.definitions.keys.PolicyCompiler;
import dev.headgate.server.plugins.Registry;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.PolicyFacts;
import dev.headgate.spi.PolicyLanguage;
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
        .forEach(e -> compilers.put(e.name(), expression -> check(e.instance(), expression)));
    return compilers;
  }

  static Map<String, FactType> facts() {
    Map<String, FactType> facts = new HashMap<>();
    PolicyFacts.VARIABLES.forEach((name, type) -> facts.put(name, type(type)));
    return facts;
  }

  private static Optional<PolicyCompiler.Mistake> check(
      PolicyLanguage language, String expression) {
    try {
      language.compile(expression);
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
