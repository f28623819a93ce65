package dev.headgate.engine.decide;

import dev.headgate.model.product.PromotionPolicy.WhileWaiting;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to be said of a product's newest release while that waits for people. */
final class Waiting {
  private static final int MOST_SAID = 3;

  private Waiting() {}

  /** The newest live release, if it is held or awaits approval and none is under way. */
  static Optional<Release> release(ProductFacts facts) {
    boolean underWay = facts.live().stream().anyMatch(r -> r.state().isActive());
    return underWay ? Optional.empty() : facts.newestLive().filter(r -> r.state().isWaiting());
  }

  /** Which release waits, since when and for what; then what ends that. */
  static List<String> explained(ProductFacts facts) {
    return release(facts)
        .map(
            release -> {
              List<String> sentences = new ArrayList<>(standing(facts, release));
              sentences.add(remedies(facts, release));
              return sentences;
            })
        .orElse(List.of());
  }

  /** One sentence; of several blockers each is its own, and of many only the first few are said. */
  private static List<String> standing(ProductFacts facts, Release release) {
    String state = release.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String since =
        facts
            .judgedAt()
            .map(at -> ", judged at " + at)
            .orElse(", opened at " + release.createdAt());
    String standing = "release " + release.id() + " is " + state + since;
    List<String> blockers = release.blockedBy();
    if (blockers.size() < 2) {
      String why = blockers.isEmpty() ? release.reason().orElse("") : blockers.get(0);
      return List.of(standing + (why.isEmpty() ? "" : ": " + why));
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(standing + ", for " + blockers.size() + " reasons");
    sentences.addAll(blockers.subList(0, Math.min(MOST_SAID, blockers.size())));
    if (blockers.size() > MOST_SAID) {
      sentences.add(
          (blockers.size() - MOST_SAID)
              + " more, which headgate release show "
              + release.id()
              + " lists");
    }
    return sentences;
  }

  private static String remedies(ProductFacts facts, Release release) {
    long id = release.id();
    List<String> ways = new ArrayList<>();
    if (release.state() == ReleaseState.AWAITING_APPROVAL) {
      ways.add("its owners decide: headgate approve " + id + " or headgate reject " + id);
    } else {
      ways.add("once what holds it is fixed: headgate promote " + id + " has it judged again");
    }
    if (release.kind() != ReleaseKind.ROLLBACK) {
      ways.add(
          facts.product().promotion().whileWaiting() == WhileWaiting.KEEP
              ? "newer data waits for its end, as whileWaiting is keep"
              : "newer data that passes its checks supersedes it");
    }
    ways.add("headgate release cancel " + id + " ends it" + afterwards(release));
    return String.join("; ", ways);
  }

  private static String afterwards(Release release) {
    return switch (release.kind()) {
      case BUILD, SUBMIT -> ", and headgate release retry " + release.id() + " then tries anew";
      case OPEN, ROLLBACK -> "";
    };
  }
}
