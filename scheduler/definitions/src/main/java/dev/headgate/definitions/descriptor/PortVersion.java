package dev.headgate.definitions.descriptor;

import dev.headgate.model.contract.Version;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The version of a contract as a port writes it: {@code 1}, {@code 1.2}, {@code v1.2.3}. */
record PortVersion(List<Integer> parts) {
  static final String EXPECTED = "a version of its contract such as 1, 1.2 or 1.2.3";
  private static final Pattern WRITTEN =
      Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

  static Optional<PortVersion> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new PortVersion(
            Stream.of(1, 2, 3)
                .map(matcher::group)
                .filter(part -> part != null)
                .map(Integer::valueOf)
                .toList()));
  }

  /** Whether it is this version, as far as it is written. */
  boolean isOf(Version version) {
    List<Integer> all = List.of(version.major(), version.minor(), version.patch());
    return all.subList(0, parts.size()).equals(parts);
  }

  boolean isMajorOf(Version version) {
    return parts.get(0) == version.major();
  }
}
