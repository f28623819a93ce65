package dev.headgate.catalog.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagRetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Map<String, Long> tags = new HashMap<>();

  @Test
  void theNewestStayHoweverOldTheyAre() {
    IntStream.range(0, 20).forEach(i -> tag("release_" + i, Duration.ofDays(400).plusMinutes(i)));
    assertThat(superfluous()).isEmpty();
    tag("release_20", Duration.ofDays(400).plusMinutes(20));
    assertThat(superfluous()).containsExactly("release_20");
  }

  @Test
  void allOfAWeekStayThenOneADayThenOneAMonth() {
    newestTwenty();
    for (int hour = 0; hour < 7 * 24; hour++) {
      tag("release_week_" + hour, Duration.ofHours(hour + 1));
    }
    tag("release_day_newest", Duration.ofDays(30));
    tag("release_day_older", Duration.ofDays(30).plusHours(1));
    tag("release_other_day", Duration.ofDays(31));
    tag("release_month_newest", between("2026-05-20T00:00:00Z"));
    tag("release_month_older", between("2026-05-01T00:00:00Z"));
    tag("release_other_month", between("2026-04-30T23:59:59Z"));

    assertThat(superfluous()).containsExactlyInAnyOrder("release_day_older", "release_month_older");
  }

  @Test
  void tenThousandPromotionsInAYearLeaveFewTags() {
    IntStream.range(0, 10_000).forEach(i -> tag("release_" + i, Duration.ofMinutes(52L * i)));
    assertThat(tags.size() - superfluous().size()).isBetween(250, 300);
  }

  private void newestTwenty() {
    IntStream.range(0, 20).forEach(i -> tag("release_new_" + i, Duration.ofSeconds(i)));
  }

  private void tag(String name, Duration age) {
    tags.put(name, NOW.minus(age).toEpochMilli());
  }

  private static Duration between(String then) {
    return Duration.between(Instant.parse(then), NOW);
  }

  private Set<String> superfluous() {
    return TagRetention.superfluous(tags, NOW.toEpochMilli());
  }
}
