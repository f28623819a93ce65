package dev.headgate.engine.tell;

import dev.headgate.engine.Plugins;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.release.Branches;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Product.Notification;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.Outbox;
import dev.headgate.spi.EventSink;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.PluginException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds who is to get an event. */
final class Targets {
  private final Ledger ledger;
  private final InForce inForce;
  private final Branches branches;
  private final Plugins plugins;

  Targets(Ledger ledger, InForce inForce, Branches branches, Plugins plugins) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.branches = branches;
    this.plugins = plugins;
  }

  List<Target> of(Outbox.Event event) {
    List<Target> targets = new ArrayList<>();
    endedUnpromoted(event)
        .ifPresent(release -> targets.add(new Target("lake", false, () -> branches.end(release))));
    List<Notification> notifications =
        event
            .product()
            .flatMap(name -> ledger.transact(tx -> inForce.in(tx).find(name)))
            .map(Product::notifications)
            .orElse(List.of());
    for (int i = 0; i < notifications.size(); i++) {
      Notification notification = notifications.get(i);
      if (notification.on().contains(event.type())) {
        targets.add(
            new Target(
                "notify " + i + " " + notification.to(),
                true,
                () -> notifier(notification).send(notification, event)));
      }
    }
    List<EventSink> sinks = plugins.eventSinks();
    for (int i = 0; i < sinks.size(); i++) {
      EventSink sink = sinks.get(i);
      targets.add(new Target("sink " + i, true, () -> sink.deliver(event)));
    }
    return targets;
  }

  private Optional<Release> endedUnpromoted(Outbox.Event event) {
    return event
        .release()
        .flatMap(id -> ledger.transact(tx -> tx.releases().find(id)))
        .filter(r -> r.state().isFinal() && r.state() != ReleaseState.PROMOTED)
        .filter(r -> event.type().equals(Ledger.word(r.state())));
  }

  private Notifier notifier(Notification notification) {
    return plugins
        .notifier(notification.to())
        .orElseThrow(
            () -> new PluginException("no plugin brings notifications to " + notification.to()));
  }
}
