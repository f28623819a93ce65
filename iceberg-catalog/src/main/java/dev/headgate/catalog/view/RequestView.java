package dev.headgate.catalog.view;

import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.MapView;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.view.ViewMetadata;
import org.jdbi.v3.core.Handle;

/**
 * A view as one request of a client sees it: all that it reads is from {@code map}, and its
 * commitment takes part in what it commits.
 */
public record RequestView(LakeView view, MapView map, Commitment commitment) implements LakeView {
  @Override
  public String warehouse() {
    return view.warehouse();
  }

  @Override
  public LakeState state() {
    return view.state();
  }

  @Override
  public void commit(List<Change> changes, String cause, Consumer<Handle> check) {
    view.commit(
        changes,
        cause,
        handle -> {
          commitment.within(handle);
          Ownership.check(handle, warehouse(), changes);
          check.accept(handle);
        });
    commitment.done();
  }

  @Override
  public void checkMayWrite(Name name) {
    view.checkMayWrite(name);
  }

  @Override
  public Map<String, String> served(Name name, String objectId) {
    return view.served(name, objectId);
  }

  @Override
  public boolean showsMain(Name name, Entry entry) {
    return view.showsMain(name, entry);
  }

  @Override
  public String metadataFolder(String objectId, String location) {
    return view.metadataFolder(objectId, location);
  }

  @Override
  public TableMetadata mark(Name name, TableMetadata metadata) {
    return view.mark(name, metadata);
  }

  @Override
  public void guard(Name name, Optional<TableMetadata> before, TableMetadata after) {
    view.guard(name, before, after);
  }

  @Override
  public void guardView(Name name, Optional<ViewMetadata> before, ViewMetadata after) {
    view.guardView(name, before, after);
  }

  @Override
  public boolean happened(Name name, String metadata) {
    return view.happened(name, metadata);
  }
}
