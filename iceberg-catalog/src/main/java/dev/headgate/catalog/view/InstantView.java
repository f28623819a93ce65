package dev.headgate.catalog.view;

import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.MapView;
import dev.headgate.catalog.state.Name;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Main as it was at one instant; read-only. Clients are told to delete nothing. */
public final class InstantView implements LakeView {
  private final LakeState state;
  private final String warehouse;
  private final long lsn;

  public InstantView(LakeState state, String warehouse, long lsn) {
    this.state = state;
    this.warehouse = warehouse;
    this.lsn = lsn;
  }

  @Override
  public String warehouse() {
    return warehouse;
  }

  @Override
  public LakeState state() {
    return state;
  }

  @Override
  public MapView map() {
    return state.at(lsn);
  }

  @Override
  public void commit(List<Change> changes, String cause, Consumer<Handle> check) {
    throw LakeState.readOnly(warehouse);
  }

  @Override
  public Map<String, String> served(Name name, String objectId) {
    return Reserved.withoutClientDeletes(Map.of());
  }

  @Override
  public boolean showsMain(Name name, Entry entry) {
    return true;
  }

  @Override
  public String metadataFolder(String objectId, String location) {
    throw LakeState.readOnly(warehouse);
  }

  @Override
  public boolean happened(Name name, String state) {
    return false;
  }
}
