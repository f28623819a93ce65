package dev.headgate.model.lake;

import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.lake.TableDescription.PartitionKey;
import dev.headgate.model.product.DatasetName;
import java.util.List;
import java.util.Optional;

/**
 * Refuses commits on releases' branches that can't lead to anything that may be promoted. The lake
 * asks it before anything is written, on the thread of the writer's request; thread-safe and quick.
 * If it throws, the commit fails.
 */
@FunctionalInterface
public interface CommitGuard {
  /** Has no objections. */
  CommitGuard NONE = proposal -> Optional.empty();

  /** Why a commit can't be, as one sentence that its writer is shown; empty: it can. */
  Optional<String> objection(Proposal proposal);

  /**
   * What a commit would make of a table or of an Iceberg view.
   *
   * @param branch for example {@code release-12}
   * @param before its columns as they are now; none where it is not there yet
   * @param fields its columns after the commit, in order, as Iceberg has them
   * @param partition what it would be partitioned by, in order; empty for an Iceberg view, which
   *     cannot be
   * @param hasNewData whether it would show other rows than now; else only its schema, partitioning
   *     or properties change, or it is created empty, or is only announced
   */
  record Proposal(
      String branch,
      DatasetName dataset,
      List<Field> before,
      List<Field> fields,
      Optional<List<PartitionKey>> partition,
      boolean hasNewData) {
    public Proposal {
      before = List.copyOf(before);
      fields = List.copyOf(fields);
      partition = partition.map(List::copyOf);
    }
  }
}
