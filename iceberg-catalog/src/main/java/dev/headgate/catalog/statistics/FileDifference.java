package dev.headgate.catalog.statistics;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StructLike;

/**
 * Which files, with data or with deletes, are live in one of two snapshots and not in the other. By
 * what is there, not by what happened: manifests that both have are not opened.
 */
final class FileDifference {
  private static final List<String> FIELDS =
      List.of("file_path", "partition", "content", "content_offset");

  private final Map<Identity, Found> found = new HashMap<>();

  private FileDifference() {}

  /**
   * One file, as it applies: a deletion vector is a part of a file, and a file that is added anew
   * is older deletes' prey no more.
   */
  private record Identity(String location, Long contentOffset, Long sequenceNumber) {
    static Identity of(ContentFile<?> file) {
      Long offset = file instanceof DeleteFile deletes ? deletes.contentOffset() : null;
      return new Identity(file.location(), offset, file.dataSequenceNumber());
    }
  }

  /** Where a file is, and how often more it is in the second snapshot than in the first. */
  private static final class Found {
    private final Place place;
    private int surplus;

    Found(Place place) {
      this.place = place;
    }
  }

  /** A partition of a spec. */
  record Place(int specId, StructLike partition) {}

  static FileDifference between(Snapshot first, Snapshot second, LiveFiles files) {
    FileDifference difference = new FileDifference();
    List<ManifestFile> before = files.manifests(first);
    List<ManifestFile> after = files.manifests(second);
    difference.count(files, without(before, after), -1);
    difference.count(files, without(after, before), 1);
    return difference;
  }

  private static List<ManifestFile> without(List<ManifestFile> some, List<ManifestFile> others) {
    Set<String> known = others.stream().map(ManifestFile::path).collect(Collectors.toSet());
    return some.stream().filter(manifest -> !known.contains(manifest.path())).toList();
  }

  private void count(LiveFiles files, Collection<ManifestFile> manifests, int by) {
    for (ManifestFile manifest : manifests) {
      files.eachFile(
          manifest,
          FIELDS,
          file ->
              found.computeIfAbsent(Identity.of(file), i -> new Found(place(file))).surplus += by);
    }
  }

  private static Place place(ContentFile<?> file) {
    return new Place(file.specId(), file.partition());
  }

  /** Where the files are that only one of the two has; a place may occur more than once. */
  Collection<Place> places() {
    Set<Place> places = new HashSet<>();
    for (Found one : found.values()) {
      if (one.surplus != 0) {
        places.add(one.place);
      }
    }
    return places;
  }
}
