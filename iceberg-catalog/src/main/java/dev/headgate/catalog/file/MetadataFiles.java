package dev.headgate.catalog.file;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.UUID;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.view.ViewMetadata;
import org.apache.iceberg.view.ViewMetadataParser;

/** Reads and writes metadata files; what was read or written before is answered from memory. */
public final class MetadataFiles {
  private static final int CACHED_FILES = 2_000;

  private final FileIO io;
  private final Cache<String, TableMetadata> tables =
      Caffeine.newBuilder().maximumSize(CACHED_FILES).build();
  private final Cache<String, ViewMetadata> views =
      Caffeine.newBuilder().maximumSize(CACHED_FILES).build();

  public MetadataFiles(FileIO io) {
    this.io = io;
  }

  public FileIO io() {
    return io;
  }

  /** A table's metadata, as it is in the file. */
  public TableMetadata table(String location) {
    return tables.get(location, l -> TableMetadataParser.read(io, l));
  }

  /** The same; but it fails if the file is gone by now, also where its content is remembered. */
  public TableMetadata existingTable(String location) {
    boolean remembered = tables.getIfPresent(location) != null;
    if (remembered && !io.newInputFile(location).exists()) {
      tables.invalidate(location);
    }
    return table(location);
  }

  /** A view's metadata, as it is in the file. */
  public ViewMetadata view(String location) {
    return views.get(location, l -> ViewMetadataParser.read(io, l));
  }

  /** Writes to a new file in {@code folder} and returns its location. */
  public String write(TableMetadata metadata, String folder, int version) {
    String location = newLocation(folder, version);
    TableMetadataParser.write(metadata, io.newOutputFile(location));
    tables.put(location, from(location, metadata));
    return location;
  }

  /** As it would be read back from the file that it was written to. */
  private static TableMetadata from(String location, TableMetadata written) {
    return TableMetadata.buildFrom(written).discardChanges().withMetadataLocation(location).build();
  }

  /** Writes to a new file in {@code folder} and returns its location. */
  public String write(ViewMetadata metadata, String folder, int version) {
    String location = newLocation(folder, version);
    ViewMetadataParser.write(metadata, io.newOutputFile(location));
    return location;
  }

  /** The number that the name of a metadata file starts with; 0 where it has none. */
  public static int version(String location) {
    String name = location.substring(location.lastIndexOf('/') + 1);
    int dash = name.indexOf('-');
    boolean numbered =
        dash > 0 && dash < 10 && name.substring(0, dash).chars().allMatch(Character::isDigit);
    return numbered ? Integer.parseInt(name.substring(0, dash)) : 0;
  }

  private static String newLocation(String folder, int version) {
    return String.format(
        Locale.ROOT, "%s/%05d-%s.metadata.json", folder, version, UUID.randomUUID());
  }
}
