package dev.headgate.distribution;

import java.util.List;

/** Policies with their fixtures, and what is wrong after one change of them. */
final class BrokenPolicies {
  static final String POLICIES =
      """
      policies:
        - id: owned
          scope: product
          severity: error
          rule: product.owners.size() > 0
          message: nobody owns it
        - id: enough
          scope: release
          rule: release.kind != "OPEN"
          message: too few rows
      """;

  static final String FIXTURES =
      """
      fixtures:
        - {policy: owned, expect: pass, given: {product: {owners: [ana]}}}
        - {policy: owned, expect: fail, given: {product: {owners: []}}}
      """;

  private static final String POLICY_FILE = "own.policy.yaml";
  private static final String FIXTURE_FILE = "own.fixtures.yaml";

  static final List<Case> CASES =
      List.of(
          policy("id: owned", "id: \"not an id\"", "2:9"),
          policy("id: enough", "id: owned", "7:9"),
          policy("    scope: product\n", "", "2:5"),
          policy("scope: product", "scope: products", "3:12"),
          policy("severity: error", "severity: fatal", "4:15"),
          policy("severity: error", "language: rego", "4:15"),
          policy("    message: nobody owns it\n", "", "2:5"),
          policy("message: nobody", "mesage: nobody", "6:5"),
          policy("product.owners.size() > 0", "true", "5:11"),
          policy("product.owners.size() > 0", "product.ownrs.size() > 0", "5:19"),
          policy("product.owners.size() > 0", "product.owners.size() + 1", "5:33"),
          policy("product.owners.size() > 0", "product.owners.size( > 0", "5:32"),
          policy("product.owners.size() > 0", "release.owners.size() > 0", "5:19"),
          policy("product.owners.size() > 0", "contract.owners.size() > 0", "5:11"),
          policy("policies:", "polices:", "1:1"),
          fixture("policy: owned, expect: pass", "policy: ownd, expect: pass", "2:14"),
          fixture("expect: pass", "expect: passes", "2:29"),
          fixture("{owners: [ana]}", "{ownrs: [ana]}", "2:53"),
          fixture("{owners: [ana]}", "{owners: ana}", "2:61"),
          fixture(
              "{product: {owners: [ana]}",
              "{dataset: {name: a.b}, product: {owners: [ana]}",
              "2:43"));

  private BrokenPolicies() {}

  /**
   * One change.
   *
   * @param place of the one error
   */
  record Case(String file, String from, String to, String place) {}

  private static Case policy(String from, String to, String place) {
    return new Case(POLICY_FILE, from, to, POLICY_FILE + ":" + place);
  }

  private static Case fixture(String from, String to, String place) {
    return new Case(FIXTURE_FILE, from, to, FIXTURE_FILE + ":" + place);
  }
}
