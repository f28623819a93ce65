package dev.headgate.engine.judge;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.engine.pace.BackOff;
import dev.headgate.engine.pace.Failures;
import dev.headgate.engine.pace.Interruptible;
import dev.headgate.engine.release.Superseding;
import dev.headgate.engine.run.Tokens;
import dev.headgate.engine.waive.Applied;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.StoreTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Takes a built release to its verdict. After a restart it is judged anew. */
public final class Judge {
  /** Why something is held that has no verdict: it waits for people, whatever waivers come. */
  static final String NOT_JUDGED = "it could not be judged";

  private final Ledger ledger;
  private final InForce inForce;
  private final Lake lake;
  private final Tokens tokens;
  private final Agenda agenda;
  private final BackOff backOff;
  private final EngineConfig config;
  private final Superseding superseding;
  private final Examination examination;
  private final Quotation quotation;
  private final Failures failures = new Failures();
  private final Set<Interruptible> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  public Judge(
      Ledger ledger,
      InForce inForce,
      Lake lake,
      Plugins plugins,
      EngineConfig config,
      Agenda agenda,
      BackOff backOff,
      Tokens tokens,
      Superseding superseding) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.lake = lake;
    this.tokens = tokens;
    this.agenda = agenda;
    this.backOff = backOff;
    this.config = config;
    this.superseding = superseding;
    this.examination = new Examination(lake, plugins, ledger, config);
    this.quotation = new Quotation(ledger);
  }

  /** Judges it; whether another step may follow at once. */
  public boolean step(Release release, Product product) {
    String series = "release " + release.id();
    Optional<Instant> putOff = failures.putOffUntil(series, ledger.now());
    if (putOff.isPresent()) {
      agenda.wakeAt(release.product(), putOff.get());
      return false;
    }
    tokens.endAll(release);
    By by = ledger.transact(tx -> By.now(tx, inForce.in(tx), product));
    String evidence = by.evidence();
    String digest = lake.freeze(release.warehouse(), evidence);
    Optional<Findings> before = quotation.repeat(release, digest);
    Frozen frozen = new Frozen(digest, evidence, before.isPresent());
    Findings findings;
    Interruptible work = new Interruptible();
    underWay.add(work);
    try {
      if (closing) {
        return false;
      }
      if (before.isPresent()) {
        findings = before.get();
      } else if (release.kind() == ReleaseKind.ROLLBACK) {
        findings = quotation.quote(release);
      } else {
        findings = examination.examine(subject(release, product, by.definitions()), work);
      }
    } catch (InterruptedException e) {
      return false;
    } finally {
      underWay.remove(work);
    }
    if (!findings.errors().isEmpty()) {
      int tries = failures.add(series);
      if (tries < config.checkAttempts()) {
        Instant at = ledger.now().plus(backOff.after(tries));
        failures.putOff(series, at);
        agenda.wakeAt(release.product(), at);
        return false;
      }
    }
    failures.forget(series);
    ledger.changeIf(
        release.id(),
        ReleaseState.CHECKING,
        (tx, checking) -> conclude(tx, checking, product, frozen, findings));
    return true;
  }

  /** Stops what is being evaluated; it is judged anew at the next start. */
  public void shutDown() {
    closing = true;
    underWay.forEach(Interruptible::stop);
  }

  /** Of what our jobs built; of what was written from outside, what is on the branch. */
  private Subject subject(Release release, Product product, Definitions definitions) {
    Set<DatasetName> written =
        release.kind() == ReleaseKind.BUILD
            ? release.datasets().keySet()
            : lake.changes(release.warehouse()).stream()
                .filter(change -> change.kind() != BranchChange.Kind.DROPPED)
                .map(BranchChange::dataset)
                .collect(Collectors.toSet());
    return new Subject(
        release.warehouse(),
        Optional.of(release),
        definitions,
        product,
        product.inOrder().stream().filter(d -> written.contains(d.name())).toList());
  }

  /** What a release is judged by. */
  private record By(Definitions definitions, String evidence) {
    static By now(StoreTransaction tx, InForce.View view, Product product) {
      return new By(view.definitions(), Evidence.of(tx, view, product));
    }
  }

  /**
   * What a verdict is on.
   *
   * @param repeated whether it was judged on exactly this before
   */
  private record Frozen(String digest, String evidence, boolean repeated) {}

  /** Leaves it as it is, to be judged anew, where what it was judged by changed meanwhile. */
  private Release conclude(
      StoreTransaction tx, Release release, Product product, Frozen frozen, Findings findings) {
    if (!Evidence.of(tx, inForce.in(tx), product).equals(frozen.evidence())) {
      return release;
    }
    String digest = frozen.digest();
    if (!findings.errors().isEmpty()) {
      return hold(tx, release, digest, NOT_JUDGED, findings.blockers(), Map.of());
    }
    Applied waived =
        Applied.of(findings.results(), product.name(), tx.waivers().all(), ledger.now());
    Verdict verdict =
        new Verdict(
            release.id(),
            digest,
            frozen.evidence(),
            waived.findings(),
            ledger.now(),
            waived.validUntil());
    tx.releases().addVerdict(verdict);
    findings.measurements().forEach(m -> tx.metrics().put(m));
    Map<String, String> figures =
        Map.of(
            "verdict",
            verdict.passed() ? "passed" : "not passed",
            "checks",
            String.valueOf(verdict.results().size()),
            "measured",
            frozen.repeated() ? "before" : "now");
    if (!verdict.passed()) {
      List<String> blockers = findings.with(waived.findings()).blockers();
      String reason =
          blockers.size() == 1
              ? blockers.get(0)
              : blockers.size() + " checks do not pass: " + blockers.get(0) + "; …";
      return hold(tx, release, digest, reason, blockers, figures);
    }
    supersedeOlder(tx, release);
    Quorum quorum = Quorum.of(inForce.in(tx).definitions(), product);
    Optional<String> missing = quorum.missing(tx.releases().approvals(release.id()), digest);
    ReleaseEdit edit = ReleaseEdit.of(release).digest(digest);
    missing.ifPresentOrElse(
        blocker ->
            edit.to(
                ReleaseState.AWAITING_APPROVAL,
                "it passed its checks and waits for its owners",
                List.of(blocker)),
        () -> edit.to(ReleaseState.PROMOTING));
    return ledger.write(
        tx, edit, Entry.decision(Entry.SYSTEM, "release.judged", "be judged").with(figures));
  }

  private Release hold(
      StoreTransaction tx,
      Release release,
      String digest,
      String reason,
      List<String> blockers,
      Map<String, String> figures) {
    return ledger.write(
        tx,
        ReleaseEdit.of(release).digest(digest).to(ReleaseState.HELD, reason, blockers),
        Entry.decision(Entry.SYSTEM, "release.judged", "be held").with(figures));
  }

  /** What waits for people and is older gives way. */
  private void supersedeOlder(StoreTransaction tx, Release passed) {
    if (passed.kind() == ReleaseKind.ROLLBACK) {
      return;
    }
    for (Release older : tx.releases().live(passed.product())) {
      if (older.id() < passed.id()
          && older.state().isWaiting()
          && older.kind() != ReleaseKind.ROLLBACK) {
        superseding.supersede(
            tx, older, "release " + passed.id() + " is newer and passed its checks");
      }
    }
  }
}
