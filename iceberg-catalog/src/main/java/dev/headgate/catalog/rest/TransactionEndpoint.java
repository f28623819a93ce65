package dev.headgate.catalog.rest;

import static dev.headgate.catalog.rest.Route.Kind.WRITE;

import dev.headgate.catalog.view.LakeCatalog;
import java.util.List;
import org.apache.iceberg.MetadataUpdate;
import org.apache.iceberg.UpdateRequirement;
import org.apache.iceberg.catalog.TableCommit;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.requests.CommitTransactionRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;

/** Commits to several tables as one change of the lake. */
final class TransactionEndpoint {
  private final Writes writes;

  TransactionEndpoint(Writes writes) {
    this.writes = writes;
  }

  List<Route> routes() {
    return List.of(new Route(Endpoint.V1_COMMIT_TRANSACTION, WRITE, this::commit));
  }

  private record Requested(
      TableIdentifier identifier,
      List<UpdateRequirement> requirements,
      List<MetadataUpdate> updates)
      implements TableCommit {
    static Requested of(UpdateTableRequest request) {
      if (request.identifier() == null) {
        throw new BadRequestException("a table change has no identifier");
      }
      return new Requested(
          Names.checked(request.identifier()), request.requirements(), request.updates());
    }
  }

  private Reply commit(Call call) {
    List<UpdateTableRequest> changes = call.message(CommitTransactionRequest.class).tableChanges();
    List<TableCommit> commits =
        changes.stream().map(Requested::of).map(TableCommit.class::cast).toList();
    return writes.run(
        call,
        new Writes.Action() {
          @Override
          public Reply first(LakeCatalog catalog) {
            catalog.commitTransaction(commits);
            return Reply.done();
          }

          @Override
          public Reply again(LakeCatalog catalog) {
            return Reply.done();
          }

          @Override
          public boolean happened(LakeCatalog catalog) {
            return !changes.isEmpty()
                && changes.stream()
                    .allMatch(change -> Replays.happened(catalog, change.identifier(), change));
          }
        });
  }
}
