package dev.headgate.engine.grade;

import dev.headgate.engine.grade.Grade.Reason;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.BreachStore.Breach;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Points for what is on record: verdicts, breaches, waivers, promotions. */
final class RecordGrading {
  private static final Logger LOG = LoggerFactory.getLogger(RecordGrading.class);

  /** A breach that ended counts so long. */
  static final Duration REMEMBERED = Duration.ofDays(90);

  /** Each waiver takes so many points away, and one that renews another as many again. */
  private static final int WAIVER = 5;

  private RecordGrading() {}

  static Reason passing(Evidence evidence) {
    int all = 0;
    List<String> others = new ArrayList<>();
    for (Verdict verdict : evidence.verdicts()) {
      for (Finding finding : verdict.results()) {
        if (finding.severity() == Severity.ERROR && finding.outcome() != Outcome.SKIPPED) {
          all++;
          if (finding.outcome() != Outcome.PASSED) {
            others.add(words(verdict, finding));
          }
        }
      }
    }
    String releases =
        evidence.verdicts().size() == 1
            ? "the last verdict"
            : "the last " + evidence.verdicts().size() + " verdicts";
    String sentence;
    if (evidence.verdicts().isEmpty()) {
      sentence = "no release was judged yet: build one";
    } else if (all == 0) {
      sentence = releases + " had no blocking check to measure: add some";
    } else if (others.isEmpty()) {
      sentence =
          "in "
              + releases
              + " "
              + Listing.count(all, "result", "results")
              + " of blocking checks"
              + " passed, none did not";
    } else {
      sentence =
          "in "
              + releases
              + " "
              + (all - others.size())
              + " of "
              + Listing.count(all, "result", "results")
              + " of blocking checks passed, not "
              + Listing.of(others)
              + ": releases that pass without waivers raise it";
    }
    return new Reason(
        Criterion.PASSING,
        PromisedGrading.points(Criterion.PASSING, all - others.size(), all),
        sentence);
  }

  private static String words(Verdict verdict, Finding finding) {
    return "'"
        + finding.rule()
        + "' ("
        + finding.outcome().name().toLowerCase(Locale.ROOT)
        + " in release "
        + verdict.release()
        + ")";
  }

  /** All points for a time without a breach, half of them after one that ended. */
  static Reason kept(Evidence evidence, Instant now) {
    int most = Criterion.KEPT.most();
    Optional<Breach> open = newest(evidence.breaches().stream().filter(b -> b.until().isEmpty()));
    Optional<Breach> ended =
        newest(
            evidence.breaches().stream()
                .filter(b -> b.until().filter(u -> u.plus(REMEMBERED).isAfter(now)).isPresent()));
    if (open.isPresent()) {
      Breach breach = open.get();
      return kept(
          0,
          what(breach)
              + " is not met since "
              + day(breach.since())
              + ", "
              + breach.message()
              + ": meet it");
    } else if (evidence.datasets().stream().noneMatch(PromisedGrading::isWatched)) {
      return kept(0, "no service level is promised that could be kept");
    } else if (evidence.promotedAt().isEmpty()) {
      return kept(0, "nothing was promoted yet, so that nothing could be kept");
    } else if (ended.isPresent()) {
      Breach breach = ended.get();
      Instant until = breach.until().orElseThrow();
      return kept(
          most / 2,
          what(breach)
              + " was not met until "
              + day(until)
              + ": no breach up to "
              + day(until.plus(REMEMBERED))
              + " raises it");
    }
    return kept(most, "no service level was broken in " + REMEMBERED.toDays() + " days");
  }

  private static Reason kept(int points, String sentence) {
    return new Reason(Criterion.KEPT, points, sentence);
  }

  private static Optional<Breach> newest(Stream<Breach> breaches) {
    return breaches.max(Comparator.comparing(b -> b.until().orElse(b.since())));
  }

  private static String what(Breach breach) {
    return "'" + breach.property() + "' of " + breach.dataset();
  }

  static Reason waivers(Evidence evidence) {
    List<Waiver> waivers = evidence.waivers();
    int most = Criterion.WAIVERS.most();
    if (waivers.isEmpty()) {
      return new Reason(Criterion.WAIVERS, most, "no waiver stands");
    }
    int lost = 0;
    for (Waiver waiver : waivers) {
      lost += waiver.renews().isPresent() ? 2 * WAIVER : WAIVER;
    }
    return new Reason(
        Criterion.WAIVERS,
        Math.max(0, most - lost),
        Listing.count(waivers.size(), "waiver stands,", "waivers stand,")
            + " "
            + Listing.of(waivers.stream().map(RecordGrading::words).toList())
            + ": repair what is waived, and 'headgate waiver revoke'");
  }

  private static String words(Waiver waiver) {
    return "of '"
        + waiver.rule()
        + "' for "
        + waiver.scope()
        + " until "
        + day(waiver.until())
        + (waiver.renews().isPresent() ? " (a renewal)" : "");
  }

  static Reason age(Evidence evidence, Instant now) {
    int most = Criterion.AGE.most();
    if (evidence.promotedAt().isEmpty()) {
      return new Reason(Criterion.AGE, 0, "nothing was promoted yet: promote a release");
    }
    Instant since = evidence.promotedAt().get();
    String promoted = "what main shows was promoted on " + day(since);
    Optional<ServiceLevel> strictest =
        evidence.datasets().stream()
            .map(Dataset::contract)
            .flatMap(Optional::stream)
            .flatMap(contract -> contract.serviceLevels().stream())
            .filter(RecordGrading::isFreshness)
            .min(Comparator.comparing(level -> due(since, level)));
    if (strictest.isEmpty()) {
      return new Reason(
          Criterion.AGE,
          most / 2,
          promoted + ", and no latency or frequency is promised: promise one in a contract");
    }
    ServiceLevel level = strictest.get();
    boolean late = due(since, level).isBefore(now);
    String promise = level.amount().orElseThrow() + " is promised (" + level.property() + ")";
    return new Reason(
        Criterion.AGE,
        late ? 0 : most,
        promoted
            + (late ? ", and newer than " + promise + ": promote a release" : ", and " + promise));
  }

  private static boolean isFreshness(ServiceLevel level) {
    return switch (level.kind()) {
      case LATENCY, FREQUENCY -> level.amount().isPresent();
      case TIME_OF_AVAILABILITY,
          RETENTION,
          GENERAL_AVAILABILITY,
          END_OF_SUPPORT,
          END_OF_LIFE,
          OTHER ->
          false;
    };
  }

  private static Instant due(Instant since, ServiceLevel level) {
    try {
      return level.amount().orElseThrow().after(since);
    } catch (DateTimeException e) {
      LOG.warn("'{}' is no length of time: it is not counted", level.value(), e);
      return Instant.MAX;
    }
  }

  private static String day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
