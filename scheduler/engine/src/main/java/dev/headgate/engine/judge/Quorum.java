package dev.headgate.engine.judge;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Approval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

  /** Of each of these somebody must say yes: contracts ask so. */
  private final Set<Map<String, Set<String>>> approvers;

  private final Set<String> owners;

  private Quorum(
      int need,
      Map<String, Set<String>> groups,
      Set<Map<String, Set<String>>> approvers,
      Set<String> owners) {
    this.need = need;
    this.groups = groups;
    this.approvers = approvers;
    this.owners = owners;
  }

  public static Quorum of(Definitions definitions, Product product) {
    Optional<Domain> domain =
        Optional.ofNullable(definitions.domains().get(product.name().domain()));
    Set<Map<String, Set<String>>> approvers = new LinkedHashSet<>();
    product.datasets().stream()
        .flatMap(dataset -> dataset.contract().stream())
        .map(Contract::promotionApprovers)
        .filter(names -> !names.isEmpty())
        .forEach(names -> approvers.add(groups(domain, names)));
    Set<String> owners = domain.map(d -> new TreeSet<>(d.owners())).orElseGet(TreeSet::new);
    return new Quorum(
        product.promotion().need(), groups(domain, product.promotion().from()), approvers, owners);
  }

  private static Map<String, Set<String>> groups(Optional<Domain> domain, List<String> names) {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (String group : names) {
      List<String> people = domain.map(d -> d.groups().get(group)).orElse(null);
      groups.put(group, people == null ? Set.of() : new TreeSet<>(people));
    }
    return groups;
  }

  /** How many approvals a release of a product takes at least. */
  public static int least(Product product) {
    boolean asked =
        product.datasets().stream()
            .flatMap(dataset -> dataset.contract().stream())
            .anyMatch(contract -> !contract.promotionApprovers().isEmpty());
    return Math.max(product.promotion().need(), asked ? 1 : 0);
  }

  public boolean mayApprove(String actor) {
    return isIn(groups, actor) || approvers.stream().anyMatch(asked -> isIn(asked, actor));
  }

  private static boolean isIn(Map<String, Set<String>> groups, String actor) {
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
    long left = need - given.stream().filter(actor -> isIn(groups, actor)).count();
    List<String> missing = new ArrayList<>();
    if (left > 0) {
      missing.add(
          left
              + (given.isEmpty() ? "" : " more")
              + (left == 1 ? " approval" : " approvals")
              + " by "
              + people(groups));
    }
    approvers.stream()
        .filter(asked -> given.stream().noneMatch(actor -> isIn(asked, actor)))
        .map(asked -> "1 approval, which a contract asks for, by " + people(asked))
        .forEach(missing::add);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        String.join(", and ", missing)
            + " for digest "
            + digest
            + (given.isEmpty() ? "" : "; approved by " + String.join(", ", given)));
  }

  /** The groups with their members, for messages. */
  public String people() {
    Map<String, Set<String>> all = new TreeMap<>(groups);
    approvers.forEach(all::putAll);
    return people(all);
  }

  private static String people(Map<String, Set<String>> groups) {
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
