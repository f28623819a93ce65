package dev.headgate.catalog.rest;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.requests.RegisterTableRequest;
import org.apache.iceberg.rest.requests.RegisterViewRequest;

/** What of a registration can be refused without a look at the lake. */
final class Registrations {
  private static final String AREAS = "_branches";

  private Registrations() {}

  static void check(RegisterTableRequest request, String warehouse) {
    if (request.overwrite()) {
      throw new UnsupportedOperationException(
          "registering over a table that exists is not supported: drop it first, or register under another name");
    }
    check(request.metadataLocation(), warehouse);
  }

  static void check(RegisterViewRequest request, String warehouse) {
    check(request.metadataLocation(), warehouse);
  }

  /** What a branch wrote is deleted some time after the branch has ended. */
  private static void check(String location, String warehouse) {
    List<String> folders = folders(location);
    int areas = folders.indexOf(AREAS);
    if (areas < 0 || areas + 1 == folders.size()) {
      return;
    }
    String branch = folders.get(areas + 1);
    if (!branch.equals(warehouse)) {
      throw new BadRequestException(
          "%s was written on branch %s and ends with it: it cannot be registered in %s",
          location, branch, warehouse);
    }
  }

  /** As a file system sees them: one place has many spellings. */
  private static List<String> folders(String location) {
    List<String> folders = new ArrayList<>();
    for (String folder : location.split("/", -1)) {
      if (folder.equals("..") && !folders.isEmpty()) {
        folders.remove(folders.size() - 1);
      } else if (!folder.isEmpty() && !folder.equals(".")) {
        folders.add(folder);
      }
    }
    return folders;
  }
}
