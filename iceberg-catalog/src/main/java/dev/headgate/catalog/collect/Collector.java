package dev.headgate.catalog.collect;

import dev.headgate.catalog.file.Layout;
import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.Forgetting;
import dev.headgate.catalog.state.LakeState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round looks at all places that can hold files nobody needs, condemns those that nothing
 * refers to, and deletes those that were condemned at least {@code grace} ago and still are. Safe
 * beside writers: a branch's area is looked at only after the branch has ended, when nobody may
 * commit what lies there.
 */
public final class Collector {
  private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

  private final LakeState state;
  private final Forgetting forgetting;
  private final MetadataFiles files;
  private final Layout layout;
  private final Duration grace;

  /**
   * {@code grace} is how long a branch has ended, and how long a file was condemned, before it
   * goes.
   */
  public Collector(LakeState state, MetadataFiles files, Layout layout, Duration grace) {
    this.state = state;
    this.forgetting = new Forgetting(state);
    this.files = files;
    this.layout = layout;
    this.grace = grace;
  }

  /** Carries out one round. */
  public Collected collect() {
    long before = state.nowMillis() - grace.toMillis();
    forgetting.forgetInstants();
    List<Branch> ended = forgetting.endedBefore(before);
    List<Forgetting.Folder> forgotten = forgetting.forgottenFolders();
    if (ended.isEmpty() && forgotten.isEmpty()) {
      return new Collected(0, 0);
    }
    Set<String> referred = new References(files).of(forgetting.allMetadata());
    Set<String> garbage = new HashSet<>();
    ended.forEach(branch -> garbage.addAll(list(layout.branchArea(branch.name()))));
    forgotten.forEach(folder -> garbage.addAll(list(folder.location())));
    garbage.removeAll(referred);
    Set<String> ripe = forgetting.condemn(garbage, before);
    int deleted = delete(ripe);
    settle(ended, forgotten, garbage, ripe);
    return new Collected(garbage.size() - deleted, deleted);
  }

  /** A place is done with once nothing in it waits any more. */
  private void settle(
      List<Branch> ended,
      List<Forgetting.Folder> forgotten,
      Set<String> garbage,
      Set<String> ripe) {
    if (ripe.containsAll(garbage)) {
      ended.forEach(forgetting::collected);
      forgotten.forEach(forgetting::forgotten);
    }
  }

  private int delete(Set<String> locations) {
    int deleted = 0;
    for (String location : locations) {
      try {
        files.io().deleteFile(location);
        deleted++;
      } catch (NotFoundException e) {
        LOG.debug("{} is gone already", location);
      }
      forgetting.pardon(location);
    }
    if (deleted > 0) {
      LOG.info("deleted {} files that nothing refers to", deleted);
    }
    return deleted;
  }

  private List<String> list(String folder) {
    FileIO io = files.io();
    if (!(io instanceof SupportsPrefixOperations prefixes)) {
      throw new IllegalStateException(
          io.getClass() + " cannot list files, so nothing can be collected");
    }
    List<String> locations = new ArrayList<>();
    try {
      for (FileInfo file : prefixes.listPrefix(folder + "/")) {
        locations.add(file.location());
      }
    } catch (NotFoundException | java.io.UncheckedIOException e) {
      LOG.debug("nothing below {}", folder, e);
    }
    return locations;
  }

  /**
   * What a round did.
   *
   * @param waiting condemned files that are not due yet
   */
  public record Collected(int waiting, int deleted) {}
}
