package dev.headgate.store;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.AcceptanceStore;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A consumer's first yes to what a major says is the one that is kept. */
final class JdbcAcceptances implements AcceptanceStore {
  private final Handle handle;

  JdbcAcceptances(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void add(Acceptance acceptance) {
    Writes.unlessTaken(
        handle,
        () ->
            handle
                .createUpdate(
                    "INSERT INTO hg_acceptance"
                        + " (dataset, major, contract, consumer, actor, accepted_at)"
                        + " VALUES (:dataset, :major, :contract, :consumer, :actor, :at)")
                .bind("dataset", acceptance.dataset().toString())
                .bind("major", acceptance.major())
                .bind("contract", acceptance.contract())
                .bind("consumer", acceptance.consumer().toString())
                .bind("actor", acceptance.actor())
                .bind("at", Micros.column(acceptance.at()))
                .execute());
  }

  @Override
  public List<Acceptance> of(DatasetName dataset) {
    return handle
        .createQuery("SELECT * FROM hg_acceptance WHERE dataset = :dataset ORDER BY number")
        .bind("dataset", dataset.toString())
        .map(
            (row, context) ->
                new Acceptance(
                    DatasetName.parse(row.getString("dataset")),
                    row.getInt("major"),
                    row.getString("contract"),
                    ProductName.parse(row.getString("consumer")),
                    row.getString("actor"),
                    Micros.read(row, "accepted_at")))
        .list();
  }
}
