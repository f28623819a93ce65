package dev.headgate.engine.glossary;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.plan.Review;
import dev.headgate.engine.sql.KnownSql;
import dev.headgate.engine.sql.KnownSql.FoundJoin;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places.Place;
import java.util.List;

/** Holds definitions against the glossary, with the joins that were found in their SQL before. */
public final class TermsReview implements Review {
  private final Ledger ledger;

  public TermsReview(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<Finding> of(InForce.View before, Definitions after) {
    List<FoundJoin> joins = ledger.transact(tx -> KnownSql.joins(tx, after));
    return Terms.findings(after, joins.stream().map(TermsReview::joined).toList());
  }

  private static Joined joined(FoundJoin found) {
    return new Joined(
        found.dataset(),
        found.join().left(),
        found.join().leftColumn(),
        found.join().right(),
        found.join().rightColumn(),
        new Place(found.file(), found.line(), found.column()));
  }
}
