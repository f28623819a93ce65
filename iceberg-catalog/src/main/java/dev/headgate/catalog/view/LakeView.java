package dev.headgate.catalog.view;

import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.MapView;
import dev.headgate.catalog.state.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.view.ViewMetadata;
import org.jdbi.v3.core.Handle;

/** One way to look at the lake: what it shows, what may be written, and where that goes. */
public interface LakeView {
  /** The warehouse's name: {@code main}, {@code version-3}, {@code release-12}. */
  String warehouse();

  /** What the view looks at. */
  LakeState state();

  MapView map();

  /**
   * Commits changes as one; the view's lock is held while {@code check} runs.
   *
   * @param cause is kept with the instant, for people
   */
  void commit(List<Change> changes, String cause, Consumer<Handle> check);

  /** Reserved properties that clients see on a table of this view, beside what is stored. */
  Map<String, String> served(Name name, String objectId);

  /** Whether this is main's state of a name, now or at an instant; else it is a branch's own. */
  boolean showsMain(Name name, Entry entry);

  /** The folder that metadata files of an object at {@code location} are written to. */
  String metadataFolder(String objectId, String location);

  /** Adds what marks a table as written through this view. */
  default TableMetadata mark(Name name, TableMetadata metadata) {
    return metadata;
  }

  /** Refuses early what {@link #commit} would refuse for the name's sake. */
  default void checkMayWrite(Name name) {}

  /**
   * Refuses a commit for a reason that is not about names; called before anything is written.
   *
   * @param before the table that the name shows now
   */
  default void guard(Name name, Optional<TableMetadata> before, TableMetadata after) {}

  /**
   * The same for an Iceberg view.
   *
   * @param before the view that the name shows now
   */
  default void guardView(Name name, Optional<ViewMetadata> before, ViewMetadata after) {}

  /**
   * Whether a commit whose outcome was unknown has happened; asked under the lock that it took, so
   * that it is over by now.
   */
  boolean happened(Name name, String state);
}
