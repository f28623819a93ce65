package dev.headgate.server;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.product.DatasetName;
import dev.headgate.server.lake.LakeBrowser;
import dev.headgate.spi.CatalogAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A lake of names and numbers, for what the HTTP API shows of it. */
public final class FakeLake implements LakeBrowser {
  private final Map<DatasetName, LakeTable> main = new TreeMap<>();
  private final List<LakeVersion> versions = new ArrayList<>();

  /** Promotes one dataset; returns the lake version. */
  public synchronized long promote(DatasetName dataset, long snapshotId, long rows) {
    main.put(
        dataset,
        new LakeTable(
            dataset,
            LakeTable.Kind.TABLE,
            OptionalLong.of(snapshotId),
            OptionalLong.of(rows),
            true));
    long number = versions.size() + 1L;
    versions.add(new LakeVersion(number, number * 10, Instant.EPOCH.plusSeconds(number)));
    return number;
  }

  @Override
  public synchronized long lakeVersion() {
    return versions.size();
  }

  @Override
  public synchronized List<LakeVersion> versions(int limit) {
    return versions.stream()
        .sorted(Comparator.comparing(LakeVersion::number).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<LakeTable> tables(String view) {
    if (view.equals("main") || view.equals("version-" + versions.size())) {
      return List.copyOf(main.values());
    }
    throw new HeadgateException(ErrorCode.NOT_FOUND, "there is no view '" + view + "'");
  }

  @Override
  public CatalogAccess readAccess(String view, String holder, Duration validFor) {
    tables(view);
    return new CatalogAccess("http://127.0.0.1/iceberg", view, "token of " + holder);
  }

  /** What a live release's branch changes here: always the same. */
  List<BranchChange> changes(DatasetName dataset) {
    return List.of(
        new BranchChange(
            dataset, BranchChange.Kind.CHANGED, OptionalLong.of(5), OptionalLong.of(50)));
  }
}
