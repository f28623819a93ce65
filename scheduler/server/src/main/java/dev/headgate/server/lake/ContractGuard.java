package dev.headgate.server.lake;

import dev.headgate.catalog.view.Guard;
import dev.headgate.model.lake.CommitGuard;
import dev.headgate.model.lake.CommitGuard.Proposal;
import jakarta.inject.Provider;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ForbiddenException;

/** Asks whoever decides about commits on releases' branches, once that is there. */
final class ContractGuard implements Guard {
  /** What the branches refer to it by. */
  static final String NAME = "contracts";

  private final Provider<CommitGuard> decides;

  /** {@code decides} is asked at each commit, and not before. */
  ContractGuard(Provider<CommitGuard> decides) {
    this.decides = decides;
  }

  /** Tables whose names no dataset can have are nobody's. */
  @Override
  public void check(
      String branch,
      TableIdentifier table,
      Schema before,
      TableMetadata metadata,
      boolean newData) {
    Names.dataset(table)
        .map(
            dataset ->
                new Proposal(
                    branch,
                    dataset,
                    Schemas.fields(before),
                    Schemas.fields(metadata.schema()),
                    Schemas.partition(metadata.spec()),
                    newData))
        .flatMap(proposal -> decides.get().objection(proposal))
        .ifPresent(
            reason -> {
              throw new ForbiddenException("%s", reason);
            });
  }
}
