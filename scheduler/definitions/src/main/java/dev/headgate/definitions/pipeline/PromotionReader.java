package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.PromotionPolicy;
import dev.headgate.model.product.PromotionPolicy.WhileWaiting;
import java.util.List;
import java.util.Optional;

/** Reads {@code promotion}. */
public final class PromotionReader {
  private static final Keys PROMOTION =
      Keys.of("approvals", "whileWaiting").planned("autoApproveWhen");
  private static final Keys APPROVALS = Keys.of("need", "from");
  private static final String EXPECTED =
      "{need: 1, from: [group]}; without 'approvals' a passing release promotes itself";
  private static final String GROUPS = "a list of groups of the product's domain, each once";
  private static final int MOST = 100;

  private final Values values;

  PromotionReader(Values values) {
    this.values = values;
  }

  /** The policy, and where what depends on the domain was written. */
  public record Draft(
      PromotionPolicy policy, Optional<Located<Integer>> need, List<Located<String>> from) {
    public static final Draft AUTOMATIC =
        new Draft(PromotionPolicy.AUTOMATIC, Optional.empty(), List.of());
  }

  Draft read(Yaml.Entry entry) {
    Optional<Section> section =
        Section.of(entry.value(), "a promotion", entry.at(), PROMOTION, values);
    if (section.isEmpty()) {
      return Draft.AUTOMATIC;
    }
    WhileWaiting whileWaiting =
        section
            .get()
            .word("whileWaiting", List.of("supersede", "keep"))
            .filter(w -> w.value().equals("keep"))
            .map(w -> WhileWaiting.KEEP)
            .orElse(WhileWaiting.SUPERSEDE);
    Optional<Section> approvals =
        section
            .get()
            .entry("approvals", EXPECTED)
            .flatMap(e -> Section.of(e.value(), "'approvals'", e.at(), APPROVALS, values));
    if (approvals.isEmpty()) {
      return new Draft(
          new PromotionPolicy(0, List.of(), whileWaiting), Optional.empty(), List.of());
    }
    Section s = approvals.get();
    s.require("need", "how many different people must approve, from 1");
    s.require("from", GROUPS);
    Optional<Located<Integer>> need = s.whole("need", 1, MOST);
    List<Located<String>> from = s.distinct("from", GROUPS);
    List<String> groups = from.stream().map(Located::value).toList();
    int people = need.map(Located::value).orElse(1);
    return new Draft(new PromotionPolicy(people, groups, whileWaiting), need, from);
  }
}
