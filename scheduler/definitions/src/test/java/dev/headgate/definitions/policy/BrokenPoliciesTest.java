package dev.headgate.definitions.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.PolicyParser;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.PolicyRule.Scope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each has one mistake and gives one error, at its place. */
class BrokenPoliciesTest {
  private static final String VALID =
      """
      policies:
        - id: owned
          scope: product
          rule: a
          message: nobody owns it
      """;

  /** Policies, fixtures, and the one error. */
  record Broken(String policies, String fixtures, String expected) {
    @Override
    public String toString() {
      return expected;
    }
  }

  static Stream<Broken> broken() {
    return Stream.concat(
        policies().map(c -> new Broken(c[0], "", "x.policy.yaml:" + c[1])),
        fixtures().map(c -> new Broken(VALID, c[0], "x.fixtures.yaml:" + c[1])));
  }

  private static Stream<String[]> policies() {
    return Stream.of(
        c(
            VALID.replace("id: owned", "id: \"not an id\""),
            "2:9: 'not an id' is not a policy's id: expected letters, digits, '-', '_' and '.'"),
        c(
            VALID.replace("    scope: product\n", ""),
            "2:5: a policy has no 'scope': expected one of product, dataset, release"),
        c(VALID.replace("    rule: a\n", ""), "2:5: a policy has no 'rule': expected a condition"),
        c(
            VALID.replace("    message: nobody owns it\n", ""),
            "2:5: a policy has no 'message': expected what is said where the condition does not"
                + " hold"),
        c(
            VALID.replace("id: owned\n    s", "s"),
            "2:5: a policy has no 'id': expected a short name that waivers can use"),
        c(
            VALID.replace("scope: product", "scope: products"),
            "3:12: 'scope': unknown value 'products', did you mean 'product'? expected one of"
                + " dataset, product, release"),
        c(
            VALID + "    severity: fatal\n",
            "6:15: 'severity': unknown value 'fatal', expected one of error, warning"),
        c(
            VALID + "    language: rego\n",
            "6:15: 'language': unknown value 'rego', expected one of cel, toy"),
        c(
            VALID.replace("message:", "mesage:"),
            "5:5: unknown key 'mesage' in a policy, did you mean 'message'? expected id, scope,"
                + " severity, language, description, rule, message"),
        c(
            VALID.replace("rule: a", "rule: true"),
            "4:11: 'rule': expected a condition, for example product.owners.size() > 0, found the"
                + " boolean true"),
        c(
            VALID.replace("rule: a", "rule:"),
            "4:5: 'rule': expected a condition, for example product.owners.size() > 0, found"
                + " nothing"),
        c(
            VALID.replace("rule: a", "rule: a && dataset"),
            "4:16: 'rule': 'dataset' is not of PRODUCT"),
        c(VALID.replace("rule: a", "rule: a wrong"), "4:13: 'rule': this is wrong"),
        c(
            VALID.replace("rule: a", "rule: |\n      a\n        && wrong"),
            "6:12: 'rule': this is wrong"),
        c(
            VALID + VALID.replace("policies:\n", ""),
            "6:9: policy 'owned' is already defined in x.policy.yaml:2: expected an id of its own"),
        c(
            VALID.replace("owned", "of-the-site"),
            "2:9: policy 'of-the-site' is already defined in site.policy.yaml: expected an id of"
                + " its own"),
        c(
            VALID.replace("policies:", "polices:"),
            "1:1: unknown key 'polices' in a file of policies, did you mean 'policies'? expected"
                + " policies"),
        c("policies: []", "1:11: 'policies': expected a list of policies, found an empty list"),
        c(
            "- id: owned",
            "1:1: a file of policies: expected a mapping with the keys policies, found a list"),
        c(
            "policies: [owned]",
            "1:12: a policy: expected a mapping with the keys id, scope, severity, language,"
                + " description, rule, message, found 'owned'"),
        c("policies:\n  - id: \"a\n", "2:9: a quote is opened here and never closed"));
  }

  private static Stream<String[]> fixtures() {
    return Stream.of(
        f(
            "policy: owner, expect: pass, given: {}",
            "2:14: 'policy': these files have no policy 'owner', did you mean 'owned'? expected one"
                + " of owned"),
        f(
            "policy: of-the-site, expect: pass, given: {}",
            "2:14: 'policy': these files have no policy 'of-the-site', expected one of owned"),
        f(
            "policy: owned, expect: passes, given: {}",
            "2:29: 'expect': unknown value 'passes', did you mean 'pass'? expected one of fail,"
                + " pass"),
        f("policy: owned, given: {}", "2:5: a fixture has no 'expect': expected pass or fail"),
        f("expect: pass, given: {}", "2:5: a fixture has no 'policy': expected the id of a policy"),
        f(
            "policy: owned, expect: pass",
            "2:5: a fixture has no 'given': expected facts, for example {product: {owners:"
                + " [ana]}}"),
        f(
            "policy: owned, expect: pass, given: {prodct: {}}",
            "2:43: unknown fact 'prodct' in 'given': did you mean 'product'? expected one of"
                + " dataset, now, product"),
        f(
            "policy: owned, expect: pass, given: {product: {}, dataset: {name: a.b}}",
            "2:56: 'given': a policy of scope product has no 'dataset': expected one of now,"
                + " product"),
        f(
            "policy: owned, expect: pass, given: {product: {ownr: []}}",
            "2:53: unknown fact 'ownr' in 'product': expected one of age, datasets, name, owners,"
                + " properties, public, share"),
        f(
            "policy: owned, expect: pass, given: {product: {name: 1.2}}",
            "2:59: 'name': expected a text; a number is one in quotes, found the number 1.2"),
        f(
            "policy: owned, expect: pass, given: {product: {owners: ana}}",
            "2:61: 'owners': expected a list, found 'ana'"),
        f(
            "policy: owned, expect: pass, given: {product: {owners: [ana, 1]}}",
            "2:67: 'owners': expected a text; a number is one in quotes, found the number 1"),
        f(
            "policy: owned, expect: pass, given: {product: {public: maybe}}",
            "2:61: 'public': expected true or false, found 'maybe'"),
        f(
            "policy: owned, expect: pass, given: {product: {share: much}}",
            "2:60: 'share': expected a number, found 'much'"),
        f(
            "policy: owned, expect: pass, given: {product: {age: 26h}}",
            "2:58: 'age': expected a length of time such as PT26H, found '26h'"),
        f(
            "policy: owned, expect: pass, given: {now: 2026-07-01}",
            "2:48: 'now': expected a time such as 2026-07-01T00:00:00Z, found '2026-07-01'"),
        f(
            "policy: owned, expect: pass, given: {product: {datasets: [{rows: 1.5}]}}",
            "2:71: 'rows': expected a whole number, found the number 1.5"),
        f(
            "policy: owned, expect: pass, given: {product: {properties: {tier: 1}}}",
            "2:72: 'tier': expected a text; a number is one in quotes, found the number 1"),
        f(
            "policy: owned, expect: pass, given: {product: [ana]}",
            "2:52: 'product': expected a mapping, found a list"),
        f(
            "policy: owned, expect: pass, given: {}, want: x",
            "2:46: unknown key 'want' in a fixture: expected policy, expect, name, given"));
  }

  private static String[] c(String policies, String expected) {
    return new String[] {policies, expected};
  }

  private static String[] f(String fixture, String expected) {
    return new String[] {"fixtures:\n  - {" + fixture + "}\n", expected};
  }

  @Test
  void thereAreMany() {
    assertThat(broken().count()).isGreaterThan(35);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void givesOneErrorAtItsPlace(Broken broken) {
    PolicyParser.Result result = parse(broken.policies, broken.fixtures, Toy.EXTENSIONS);

    assertThat(result.problems()).extracting(Problem::toString).containsExactly(broken.expected);
    assertThat(result.policies()).isEmpty();
  }

  @Test
  void withoutALanguageThereIsNoPolicy() {
    PolicyParser.Result result =
        parse(VALID, "", new Extensions(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()));

    assertThat(result.problems())
        .extracting(Problem::toString)
        .containsExactly("x.policy.yaml:2:5: no plugin brings the policy language 'cel'");
  }

  private static PolicyParser.Result parse(
      String policies, String fixtures, Extensions extensions) {
    Map<String, byte[]> files = new HashMap<>();
    files.put("x.policy.yaml", policies.getBytes(StandardCharsets.UTF_8));
    if (!fixtures.isEmpty()) {
      files.put("x.fixtures.yaml", fixtures.getBytes(StandardCharsets.UTF_8));
    }
    PolicyRule site =
        new PolicyRule(
            "of-the-site", Scope.PRODUCT, Severity.ERROR, "cel", "a", "m", "site.policy.yaml", 1);
    return PolicyParser.parse(Sources.of(files), extensions, List.of(site));
  }
}
