package dev.headgate.catalog.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.requests.RegisterTableRequest;
import org.apache.iceberg.rest.requests.RegisterViewRequest;

/** What of a registration can be refused without a look at the lake. */
final class Registrations {
  private static final Pattern AREA = Pattern.compile("/_branches/([^/]+)/");

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
    Matcher area = AREA.matcher(location);
    if (area.find() && !area.group(1).equals(warehouse)) {
      throw new BadRequestException(
          "%s was written on branch %s and ends with it: it cannot be registered in %s",
          location, area.group(1), warehouse);
    }
  }
}
