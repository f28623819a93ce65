package dev.headgate.engine.drive;

import dev.headgate.engine.facts.FactsReader;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.model.product.DatasetName;
import java.util.Map;
import java.util.Objects;

/** Notices which source datasets changed, and wakes who reads them. */
final class Sources {
  private final Ledger ledger;
  private final InForce inForce;
  private final FactsReader facts;
  private final Agenda agenda;
  private Map<DatasetName, String> seen = Map.of();

  Sources(Ledger ledger, InForce inForce, FactsReader facts, Agenda agenda) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.facts = facts;
    this.agenda = agenda;
  }

  synchronized void look() {
    InForce.View definitions = ledger.transact(inForce::in);
    Map<DatasetName, String> states = facts.statesNow(definitions.sources());
    for (DatasetName source : definitions.sources()) {
      if (!Objects.equals(states.get(source), seen.get(source))) {
        agenda.wakeAll(definitions.consumers(source));
      }
    }
    seen = states;
  }
}
