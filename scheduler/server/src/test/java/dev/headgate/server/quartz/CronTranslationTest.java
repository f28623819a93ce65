package dev.headgate.server.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

class CronTranslationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 6 * * *        | 0 30 6 * * ?",
        "*/15 * * * *      | 0 */15 * * * ?",
        "0 0 1 * *         | 0 0 0 1 * ?",
        "0 0 * * 0         | 0 0 0 ? * SUN",
        "0 0 * * 7         | 0 0 0 ? * SUN",
        "0 0 * * 1-5       | 0 0 0 ? * MON,TUE,WED,THU,FRI",
        "0 0 * * mon-fri   | 0 0 0 ? * MON,TUE,WED,THU,FRI",
        "0 0 * * 5-7       | 0 0 0 ? * SUN,FRI,SAT",
        "0 0 * * SAT-MON   | 0 0 0 ? * SUN,MON,SAT",
        "0 0 * * 0-6       | 0 0 0 * * ?",
        "0 0 * * */2       | 0 0 0 ? * SUN,TUE,THU,SAT",
        "0 0 * * 1-5/2     | 0 0 0 ? * MON,WED,FRI",
        "0 0 15 JAN-MAR *  | 0 0 0 15 JAN-MAR ?",
        "0 0 12 ? * MON    | 0 0 12 ? * MON",
        "0 0 12 * * ? 2099 | 0 0 12 * * ? 2099",
        "0 0 13 * 5        | 0 0 0 13 * ? & 0 0 0 ? * FRI",
      })
  void unixAndQuartz(String unix, String quartz) throws Exception {
    List<String> translated = CronTranslation.toQuartz(unix);

    assertThat(translated).isEqualTo(Arrays.asList(quartz.split(" & ", -1)));
    for (String expression : translated) {
      new CronExpression(expression);
    }
  }

  @Test
  void theThirteenthOrAFridayFiresOnEither() throws Exception {
    assertThat(days("0 0 13 7 5", LocalDateTime.of(2001, 7, 1, 0, 0), 5))
        .containsExactly(6, 13, 20, 27);
    assertThat(days("0 0 13 7 4", LocalDateTime.of(2001, 7, 1, 0, 0), 5))
        .containsExactly(5, 12, 13, 19, 26);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "* * * *", "0 0 * * 8", "0 0 * * mo", "0 0 * * 1/0", "0 0 */2 * 1"})
  void whatCannotBeSaidIsRefused(String expression) {
    assertThatThrownBy(() -> CronTranslation.toQuartz(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + expression + "'");
  }

  /** The days of July 2001 on which it fires. */
  private static Set<Integer> days(String unix, LocalDateTime from, int atMost) throws Exception {
    ZoneId zone = ZoneId.of("America/New_York");
    List<Instant> firings = new ArrayList<>();
    for (String quartz : CronTranslation.toQuartz(unix)) {
      CronExpression expression = new CronExpression(quartz);
      expression.setTimeZone(TimeZone.getTimeZone(zone));
      Instant at = from.atZone(zone).toInstant().minusSeconds(1);
      for (int i = 0; i < atMost; i++) {
        at = expression.getNextValidTimeAfter(Date.from(at)).toInstant();
        firings.add(at);
      }
    }
    Set<Integer> days = new TreeSet<>();
    firings.stream()
        .map(instant -> instant.atZone(zone))
        .filter(t -> t.getYear() == 2001 && t.getMonthValue() == 7)
        .forEach(t -> days.add(t.getDayOfMonth()));
    return days;
  }
}
