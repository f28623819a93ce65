package dev.headgate.catalog.view;

import dev.headgate.catalog.file.Layout;
import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.MapView;
import dev.headgate.catalog.state.Name;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What is promoted, live. Source datasets are written here directly; gated ones are refused. */
public final class MainView implements LakeView {
  private final LakeState state;

  public MainView(LakeState state) {
    this.state = state;
  }

  @Override
  public String warehouse() {
    return "main";
  }

  @Override
  public LakeState state() {
    return state;
  }

  @Override
  public MapView map() {
    return state.main();
  }

  @Override
  public void commit(List<Change> changes, String cause, Consumer<Handle> check) {
    state.commitToMain(changes, cause, check);
  }

  @Override
  public void checkMayWrite(Name name) {
    state.checkUngated(name);
  }

  /** A source table that a version or a running release shows is no client's to purge either. */
  @Override
  public Map<String, String> served(Name name, String objectId) {
    return state.isGated(name) || state.isInUse(objectId)
        ? Reserved.withoutClientDeletes(Map.of())
        : Map.of();
  }

  @Override
  public boolean showsMain(Name name, Entry entry) {
    return true;
  }

  @Override
  public String metadataFolder(String objectId, String location) {
    return Layout.metadataFolder(location);
  }

  @Override
  public boolean happened(Name name, String metadata) {
    return state.happenedOnMain(name, metadata);
  }
}
