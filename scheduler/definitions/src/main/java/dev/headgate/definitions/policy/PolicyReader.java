package dev.headgate.definitions.policy;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.PolicyCompiler;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.PolicyRule.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a {@code *.policy.yaml}. */
public final class PolicyReader {
  private static final String CEL = "cel";
  private static final String LIST = "a list of policies";
  private static final Keys FILE = Keys.of("policies");
  private static final Keys KEYS =
      Keys.of("id", "scope", "severity", "language", "description", "rule", "message");
  private static final List<String> SCOPES =
      Stream.of(Scope.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();

  private final Values values;
  private final Extensions extensions;

  public PolicyReader(Problems problems, Extensions extensions) {
    this.values = new Values(problems);
    this.extensions = extensions;
  }

  /**
   * A policy as far as it could be read.
   *
   * @param at where its id is
   */
  public record Draft(PolicyRule policy, At at) {}

  /** The policies that have an id. */
  public List<Draft> read(String file, String text, Yaml root) {
    Optional<Section> section =
        Section.of(root, "a file of policies", At.startOf(file), FILE, values);
    if (section.isEmpty()) {
      return List.of();
    }
    section.get().require("policies", LIST);
    ExpressionPlace place = new ExpressionPlace(file, text);
    return section.get().items("policies", LIST).stream()
        .flatMap(item -> policy(file, place, item).stream())
        .toList();
  }

  private Optional<Draft> policy(String file, ExpressionPlace place, Yaml item) {
    Optional<Section> opened = Section.of(item, "a policy", item.at(), KEYS, values);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    Section s = opened.get();
    s.require("id", "a short name that waivers can use");
    s.require("scope", "one of " + String.join(", ", SCOPES));
    s.require("rule", "a condition");
    s.require("message", "what is said where the condition does not hold");
    Optional<Located<String>> id = s.text("id", "a short name").filter(this::isId);
    Optional<Scope> scope =
        s.word("scope", SCOPES).map(w -> Scope.valueOf(w.value().toUpperCase(Locale.ROOT)));
    Severity severity =
        s.word("severity", List.of("error", "warning"))
            .map(w -> Severity.valueOf(w.value().toUpperCase(Locale.ROOT)))
            .orElse(Severity.ERROR);
    s.text("description", "a text");
    Optional<Located<String>> message = s.text("message", "a text");
    Optional<String> language = language(s);
    Optional<Yaml.Scalar> rule = rule(s);
    if (language.isPresent() && rule.isPresent()) {
      PolicyCompiler compiler = extensions.policyLanguages().get(language.get());
      // Without a scope the rule is only checked as far as any can be: dataset has all variables.
      compile(place, compiler, rule.get(), scope.orElse(Scope.DATASET));
    }
    return id.map(
        i ->
            new Draft(
                new PolicyRule(
                    i.value(),
                    scope.orElse(Scope.PRODUCT),
                    severity,
                    language.orElse(CEL),
                    rule.map(Yaml.Scalar::text).orElse(""),
                    message.map(m -> m.value().strip()).orElse(""),
                    file,
                    rule.map(r -> r.at().line()).orElse(i.at().line())),
                i.at()));
  }

  /** The language, if there is one: the one that is written, or CEL. */
  private Optional<String> language(Section policy) {
    if (policy.has("language")) {
      return policy.word("language", extensions.policyLanguages().keySet()).map(Located::value);
    }
    if (!extensions.policyLanguages().containsKey(CEL)) {
      values.problems().add(policy.at(), "no plugin brings the policy language 'cel'");
      return Optional.empty();
    }
    return Optional.of(CEL);
  }

  private Optional<Yaml.Scalar> rule(Section policy) {
    String expected = "a condition, for example product.owners.size() > 0";
    return policy
        .value("rule", expected)
        .filter(v -> values.text(v, "rule", expected).isPresent())
        .map(Yaml.Scalar.class::cast);
  }

  private void compile(
      ExpressionPlace place, PolicyCompiler compiler, Yaml.Scalar rule, Scope scope) {
    compiler
        .check(rule.text(), scope)
        .ifPresent(
            m ->
                values
                    .problems()
                    .add(place.of(rule, m.line(), m.column()), "'rule': " + m.message()));
  }

  private boolean isId(Located<String> id) {
    boolean valid = id.value().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    if (!valid) {
      values
          .problems()
          .add(
              id.at(),
              Yaml.quoted(id.value())
                  + " is not a policy's id: expected letters, digits, '-', '_' and '.'");
    }
    return valid;
  }
}
