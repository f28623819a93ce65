package dev.headgate.catalog;

import dev.headgate.catalog.file.Layout;
import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.BranchEndedException;
import dev.headgate.catalog.state.Grant;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.MapView;
import dev.headgate.catalog.state.Promotions;
import dev.headgate.catalog.state.Writer;
import dev.headgate.catalog.view.BranchView;
import dev.headgate.catalog.view.Commitment;
import dev.headgate.catalog.view.Guard;
import dev.headgate.catalog.view.InstantView;
import dev.headgate.catalog.view.Labels;
import dev.headgate.catalog.view.LakeCatalog;
import dev.headgate.catalog.view.LakeView;
import dev.headgate.catalog.view.MainView;
import dev.headgate.catalog.view.RequestView;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens views of the lake by the name of the warehouse. */
public final class Views {
  /** What is promoted, live. */
  public static final String MAIN = "main";

  /** Stands for the newest instant at the time of asking. */
  public static final String PINNED = "pinned";

  static final String INSTANT = "instant-";
  static final String VERSION = "version-";

  private final LakeState state;
  private final Promotions promotions;
  private final MetadataFiles files;
  private final Layout layout;
  private final Map<String, Guard> guards;
  private final Map<String, String> properties;
  private final Labels labels;

  Views(
      LakeState state,
      Promotions promotions,
      MetadataFiles files,
      Layout layout,
      CatalogConfig config) {
    this.state = state;
    this.promotions = promotions;
    this.files = files;
    this.layout = layout;
    this.guards = config.guards();
    this.properties = config.properties();
    this.labels = new Labels(config.labels());
  }

  /**
   * The name that stays the same view: {@code pinned} becomes {@code instant-<n>}; checks that the
   * view exists.
   */
  public String resolve(String warehouse) {
    String resolved = warehouse.equals(PINNED) ? INSTANT + state.head() : warehouse;
    view(resolved, Optional.empty());
    return resolved;
  }

  /** A view for a caller in this process. */
  public LakeCatalog open(String warehouse) {
    return catalog(view(warehouse, Optional.empty()));
  }

  /** A view for the holder of a token. */
  public LakeCatalog open(String warehouse, Grant grant) {
    return catalog(view(warehouse, Optional.of(grant)));
  }

  /** A view for one request of a client that only reads: all that it reads is from one instant. */
  public LakeCatalog openToRead(String warehouse) {
    LakeView view = view(warehouse, Optional.empty());
    MapView map = warehouse.equals(MAIN) ? state.at(state.head()) : view.map();
    return catalog(new RequestView(view, map, Commitment.NONE));
  }

  /** A view for one request of a client that writes. */
  public LakeCatalog openToWrite(String warehouse, Optional<Grant> grant, Commitment commitment) {
    LakeView view = view(warehouse, grant);
    return catalog(new RequestView(view, view.map(), commitment));
  }

  private LakeCatalog catalog(LakeView view) {
    return new LakeCatalog(view, files, layout, properties, labels);
  }

  private LakeView view(String warehouse, Optional<Grant> grant) {
    if (warehouse.equals(MAIN)) {
      return new MainView(state);
    }
    if (warehouse.equals(PINNED)) {
      return view(INSTANT + state.head(), grant);
    }
    if (warehouse.startsWith(INSTANT)) {
      return new InstantView(state, warehouse, instant(warehouse));
    }
    if (warehouse.startsWith(VERSION)) {
      return new InstantView(state, warehouse, instantOfVersion(warehouse));
    }
    return branchView(warehouse, grant);
  }

  private long instant(String warehouse) {
    OptionalLong lsn = number(warehouse, INSTANT);
    if (lsn.isEmpty() || lsn.getAsLong() > state.head()) {
      throw new NoSuchViewOfLakeException(warehouse);
    }
    state.checkKept(warehouse, lsn.getAsLong());
    return lsn.getAsLong();
  }

  private long instantOfVersion(String warehouse) {
    OptionalLong version = number(warehouse, VERSION);
    return (version.isEmpty() ? Optional.<Long>empty() : promotions.instantOf(version.getAsLong()))
        .orElseThrow(() -> new NoSuchViewOfLakeException(warehouse));
  }

  private static OptionalLong number(String warehouse, String prefix) {
    String digits = warehouse.substring(prefix.length());
    boolean plain =
        !digits.isEmpty()
            && digits.length() < 19
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }

  private LakeView branchView(String warehouse, Optional<Grant> grant) {
    Branch branch =
        state.findBranch(warehouse).orElseThrow(() -> new NoSuchViewOfLakeException(warehouse));
    if (!branch.status().isLive()) {
      throw new BranchEndedException(branch);
    }
    Guard guard = branch.guard().map(this::guard).orElse(Guard.NONE);
    return new BranchView(state, layout, branch, new Writer(grant), guard);
  }

  private Guard guard(String name) {
    Guard guard = guards.get(name);
    if (guard == null) {
      throw new IllegalStateException(
          "branches refer to the guard '" + name + "', which is not there");
    }
    return guard;
  }
}
