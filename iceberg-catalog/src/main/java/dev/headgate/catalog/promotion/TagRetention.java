package dev.headgate.catalog.promotion;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of a table's promotion tags stay in its metadata, which would swell otherwise: the newest
 * 20; all of the last 7 days; of each day (UTC) of the last 90 the newest; of each month before
 * that the newest. A tag is for people; what it named stays readable as a lake version.
 */
final class TagRetention {
  private static final int NEWEST = 20;
  private static final Duration ALL = Duration.ofDays(7);
  private static final Duration DAILY = Duration.ofDays(90);

  private TagRetention() {}

  /**
   * The tags that go.
   *
   * @param tags the time of the snapshot that each names, in milliseconds since the epoch
   */
  static Set<String> superfluous(Map<String, Long> tags, long nowMillis) {
    Comparator<Map.Entry<String, Long>> byTime = Map.Entry.comparingByValue();
    List<Map.Entry<String, Long>> newestFirst =
        tags.entrySet().stream().sorted(byTime.reversed()).toList();
    Set<LocalDate> days = new HashSet<>();
    Set<YearMonth> months = new HashSet<>();
    Set<String> superfluous = new HashSet<>();
    int seen = 0;
    for (Map.Entry<String, Long> tag : newestFirst) {
      long age = nowMillis - tag.getValue();
      LocalDate day = Instant.ofEpochMilli(tag.getValue()).atZone(ZoneOffset.UTC).toLocalDate();
      boolean firstOfDay = days.add(day);
      boolean firstOfMonth = months.add(YearMonth.from(day));
      boolean stays =
          seen++ < NEWEST
              || age <= ALL.toMillis()
              || (age <= DAILY.toMillis() ? firstOfDay : firstOfMonth);
      if (!stays) {
        superfluous.add(tag.getKey());
      }
    }
    return superfluous;
  }
}
