package dev.headgate.engine.plan;

import dev.headgate.engine.Plan.Change;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.engine.release.Voiding;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Makes definitions hold: they and the gates of their datasets in one transaction. */
public final class Applier {
  private final Ledger ledger;
  private final InForce inForce;
  private final Lake lake;
  private final Agenda agenda;
  private final Voiding voiding;

  public Applier(Ledger ledger, InForce inForce, Lake lake, Agenda agenda, Voiding voiding) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.lake = lake;
    this.agenda = agenda;
    this.voiding = voiding;
  }

  /** Applies and returns the revision; definitions that hold already make no new one. */
  public long apply(long expectedRevision, Definitions next, String actor) {
    InForce.View before = ledger.transact(inForce::in);
    if (before.revision() != expectedRevision) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          "the plan was made against revision "
              + expectedRevision
              + " of the definitions, and "
              + before.revision()
              + " holds by now: plan again");
    }
    if (before.revision() > 0 && before.definitions().equals(next)) {
      return before.revision();
    }
    List<Change> changes = Differences.between(before.definitions(), next);
    AtomicLong revision = new AtomicLong();
    Map<DatasetName, String> advice = left(before.definitions());
    advice.putAll(advice(next));
    lake.gate(advice, tx -> revision.set(write(tx, expectedRevision, next, changes, actor)));
    endWhatDoesNotHold();
    Set<ProductName> touched = new HashSet<>(before.definitions().products().keySet());
    touched.addAll(next.products().keySet());
    agenda.wakeAll(touched);
    agenda.tell();
    return revision.get();
  }

  private long write(
      StoreTransaction tx,
      long expectedRevision,
      Definitions next,
      List<Change> changes,
      String actor) {
    long revision = tx.definitions().apply(expectedRevision, next, actor);
    Map<String, String> details = new HashMap<>();
    for (Change change : changes) {
      List<String> parts = new ArrayList<>(List.of(change.kind().name()));
      parts.addAll(change.details());
      details.put(change.subject(), String.join("; ", parts));
    }
    ledger.record(
        tx,
        Entry.decision(actor, "definitions.applied", "be applied").with(details),
        "revision " + revision);
    ledger.tell(
        tx, "applied", Optional.empty(), Map.of("revision", String.valueOf(revision), "by", actor));
    return revision;
  }

  /** What is interrupted here is done when the release is driven next. */
  private void endWhatDoesNotHold() {
    for (Release release : ledger.transact(tx -> tx.releases().live())) {
      voiding.endUnlessItHolds(release);
      agenda.wake(release.product());
    }
  }

  /** For what nobody makes any more: it stays gated, and no release of anything changes it. */
  private static Map<DatasetName, String> left(Definitions before) {
    Map<DatasetName, String> advice = new HashMap<>();
    for (Product product : before.products().values()) {
      product
          .datasets()
          .forEach(
              d ->
                  advice.put(
                      d.name(),
                      d.name()
                          + " was made by the product "
                          + product.name()
                          + ", which no longer makes it, and stays as it is: to change it, apply"
                          + " a product that makes it, or write a table of another name"));
    }
    return advice;
  }

  private static Map<DatasetName, String> advice(Definitions definitions) {
    Map<DatasetName, String> advice = new HashMap<>();
    for (Product product : definitions.products().values()) {
      boolean outside = product.datasets().stream().anyMatch(d -> d.job().isOpen());
      String how = outside ? "headgate release open " : "headgate build ";
      product
          .datasets()
          .forEach(
              d ->
                  advice.put(
                      d.name(),
                      d.name()
                          + " is made by the product "
                          + product.name()
                          + " and changes only by promotion of its releases: "
                          + how
                          + product.name()));
    }
    return advice;
  }
}
