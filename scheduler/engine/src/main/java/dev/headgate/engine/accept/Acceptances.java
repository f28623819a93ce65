package dev.headgate.engine.accept;

import dev.headgate.engine.Engine.Accepted;
import dev.headgate.engine.contract.LeftBehind;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.engine.release.OneAtATime;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.AcceptanceStore.Acceptance;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A consumer's yes to a new major of a dataset that it reads. */
public final class Acceptances {
  private final Ledger ledger;
  private final InForce inForce;

  public Acceptances(Ledger ledger, InForce inForce) {
    this.ledger = ledger;
    this.inForce = inForce;
  }

  private static String readers(Collection<ProductName> consumers) {
    return consumers.isEmpty()
        ? "a product that does, but none reads it"
        : "one of "
            + consumers.stream()
                .map(ProductName::toString)
                .sorted()
                .collect(Collectors.joining(", "));
  }

  /**
   * Records it, and has judged again the newest that is held of the dataset's producer. Older ones
   * follow in their turn. Only an owner of the consumer's domain may, and only to what was applied
   * last.
   */
  public Accepted accept(DatasetName dataset, int major, ProductName consumer, String actor) {
    return ledger.racing(
        tx -> {
          InForce.View definitions = inForce.in(tx);
          List<ProductName> makers = Removal.makers(tx, definitions, dataset);
          if (makers.isEmpty()) {
            throw new HeadgateException(ErrorCode.NOT_FOUND, "no product makes " + dataset);
          }
          definitions.product(consumer);
          if (!definitions.consumers(dataset).contains(consumer)) {
            throw new HeadgateException(
                ErrorCode.INVALID_REQUEST,
                consumer
                    + " does not read "
                    + dataset
                    + ": expected "
                    + readers(definitions.consumers(dataset)));
          }
          requireOwner(definitions, consumer, actor);
          String contract = Offer.of(tx, definitions, dataset, major, makers);
          tx.acceptances()
              .add(new Acceptance(dataset, major, contract, consumer, actor, ledger.now()));
          ledger.record(
              tx,
              Entry.decision(actor, "major.accepted", "be accepted")
                  .with(
                      Map.of(
                          "dataset", dataset.toString(),
                          "major", String.valueOf(major),
                          "contract", contract,
                          "consumer", consumer.toString())),
              "product " + consumer);
          return new Accepted(
              makers.stream().flatMap(maker -> again(tx, maker, actor).stream()).toList(),
              LeftBehind.in(definitions.definitions()).stream()
                  .filter(left -> left.consumer().equals(consumer) && left.input().equals(dataset))
                  .map(LeftBehind::sentence)
                  .toList());
        });
  }

  private static void requireOwner(InForce.View definitions, ProductName consumer, String actor) {
    List<String> owners =
        Optional.ofNullable(definitions.definitions().domains().get(consumer.domain()))
            .map(Domain::owners)
            .orElse(List.of());
    if (!owners.contains(actor)) {
      throw new HeadgateException(
          ErrorCode.NOT_ALLOWED,
          actor
              + " may not accept for "
              + consumer
              + ": an owner of "
              + consumer.domain()
              + " ("
              + String.join(", ", owners)
              + ") may");
    }
  }

  private List<Release> again(StoreTransaction tx, ProductName producer, String actor) {
    List<Release> again = new ArrayList<>();
    for (Release release : OneAtATime.inTurn(tx.releases().live(producer))) {
      if (release.state() == ReleaseState.HELD && OneAtATime.other(tx, release).isEmpty()) {
        again.add(
            ledger.write(
                tx,
                ReleaseEdit.of(release).to(ReleaseState.CHECKING),
                Entry.decision(actor, "release.judged-again", "be judged again")));
      }
    }
    return List.copyOf(again);
  }
}
