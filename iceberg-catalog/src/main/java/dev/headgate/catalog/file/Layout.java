package dev.headgate.catalog.file;

import java.util.UUID;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.util.LocationUtil;

/**
 * Where things are in the warehouse. A new table gets a folder of its own that no other ever had; a
 * branch writes into an area of its own, outside of every table's folder, so that whoever looks
 * into a table's folder finds promoted metadata only.
 */
public final class Layout {
  private final String warehouse;

  public Layout(String warehouse) {
    this.warehouse = LocationUtil.stripTrailingSlash(warehouse);
  }

  public String warehouse() {
    return warehouse;
  }

  /** A location for a new table or view. */
  public String newLocation(TableIdentifier identifier) {
    String suffix = UUID.randomUUID().toString().substring(0, 8);
    return warehouse
        + "/"
        + String.join("/", identifier.namespace().levels())
        + "/"
        + identifier.name()
        + "-"
        + suffix;
  }

  /** Everything that a branch writes is below this folder. */
  public String branchArea(String branch) {
    return warehouse + "/_branches/" + branch;
  }

  /** What a branch writes of one table or view is below this folder. */
  public String branchArea(String branch, String objectId) {
    return branchArea(branch) + "/" + objectId;
  }

  /** The folder of promoted metadata of a table or view. */
  public static String metadataFolder(String location) {
    return LocationUtil.stripTrailingSlash(location) + "/metadata";
  }
}
