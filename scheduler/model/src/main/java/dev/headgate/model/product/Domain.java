package dev.headgate.model.product;

import java.util.List;
import java.util.Map;

/**
 * A team's namespace.
 *
 * @param name the namespace
 * @param owners the people who own it, at least one
 * @param groups people by group name; approvals are asked of groups
 */
public record Domain(String name, List<String> owners, Map<String, List<String>> groups) {
  public Domain {
    owners = List.copyOf(owners);
    groups = Map.copyOf(groups);
  }
}
