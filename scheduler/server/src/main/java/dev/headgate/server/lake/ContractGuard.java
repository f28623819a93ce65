package dev.headgate.server.lake;

import dev.headgate.catalog.view.Guard;
import dev.headgate.model.lake.CommitGuard;
import dev.headgate.model.lake.CommitGuard.Proposal;
import dev.headgate.model.lake.TableDescription.PartitionKey;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.view.ViewMetadata;

/** Asks whoever decides about commits on releases' branches, once that is there. */
final class ContractGuard implements Guard {
  /** What the branches refer to it by. */
  static final String NAME = "contracts";

  private final Provider<CommitGuard> decides;

  /** {@code decides} is asked at each commit, and not before. */
  ContractGuard(Provider<CommitGuard> decides) {
    this.decides = decides;
  }

  @Override
  public void check(
      String branch,
      TableIdentifier table,
      Schema before,
      TableMetadata metadata,
      boolean newData) {
    Optional<List<PartitionKey>> partition = Optional.of(Schemas.partition(metadata.spec()));
    check(branch, table, before, metadata.schema(), partition, newData);
  }

  @Override
  public void checkView(
      String branch,
      TableIdentifier view,
      Schema before,
      ViewMetadata metadata,
      boolean newVersion) {
    check(branch, view, before, metadata.schema(), Optional.empty(), newVersion);
  }

  /** What has a name that no dataset can have is nobody's. */
  private void check(
      String branch,
      TableIdentifier name,
      Schema before,
      Schema schema,
      Optional<List<PartitionKey>> partition,
      boolean newData) {
    Names.dataset(name)
        .map(
            dataset ->
                new Proposal(
                    branch,
                    dataset,
                    Schemas.fields(before),
                    Schemas.fields(schema),
                    partition,
                    newData))
        .flatMap(proposal -> decides.get().objection(proposal))
        .ifPresent(
            reason -> {
              throw new ForbiddenException("%s", reason);
            });
  }
}
