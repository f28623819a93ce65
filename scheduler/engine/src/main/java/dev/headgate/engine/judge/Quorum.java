package dev.headgate.engine.judge;

import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Approval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may approve releases of a product, and how many of them must, by what holds now. */
public final class Quorum {
  private final int need;
  private final Map<String, Set<String>> groups;
  private final Set<String> owners;

  private Quorum(int need, Map<String, Set<String>> groups, Set<String> owners) {
    this.need = need;
    this.groups = groups;
    this.owners = owners;
  }

  public static Quorum of(Definitions definitions, Product product) {
    Optional<Domain> domain =
        Optional.ofNullable(definitions.domains().get(product.name().domain()));
    Map<String, Set<String>> groups = new TreeMap<>();
    for (String group : product.promotion().from()) {
      List<String> people = domain.map(d -> d.groups().get(group)).orElse(null);
      groups.put(group, people == null ? Set.of() : new TreeSet<>(people));
    }
    Set<String> owners = domain.map(d -> new TreeSet<>(d.owners())).orElseGet(TreeSet::new);
    return new Quorum(product.promotion().need(), groups, owners);
  }

  public boolean mayApprove(String actor) {
    return groups.values().stream().anyMatch(people -> people.contains(actor));
  }

  public boolean mayReject(String actor) {
    return mayApprove(actor) || owners.contains(actor);
  }

  /** What is missing of the approvals for a digest, in one sentence; one name counts once. */
  public Optional<String> missing(List<Approval> approvals, String digest) {
    Set<String> given = new TreeSet<>();
    for (Approval approval : approvals) {
      if (approval.digest().equals(digest) && mayApprove(approval.actor())) {
        given.add(approval.actor());
      }
    }
    int left = need - given.size();
    if (left <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        left
            + (given.isEmpty() ? "" : " more")
            + (left == 1 ? " approval" : " approvals")
            + " by "
            + people()
            + " for digest "
            + digest
            + (given.isEmpty() ? "" : "; approved by " + String.join(", ", given)));
  }

  /** The groups with their members, for messages. */
  public String people() {
    if (groups.isEmpty()) {
      return "nobody: the pipeline names no group";
    }
    return "members of "
        + String.join(
            " or ",
            groups.entrySet().stream()
                .map(
                    e ->
                        e.getKey()
                            + " ("
                            + (e.getValue().isEmpty() ? "nobody" : String.join(", ", e.getValue()))
                            + ")")
                .toList());
  }

  /** The owners of the domain, for messages. */
  public String ownerNames() {
    return owners.isEmpty() ? "nobody" : String.join(", ", owners);
  }
}
