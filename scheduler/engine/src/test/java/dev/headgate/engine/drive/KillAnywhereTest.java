package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Death;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invariant 7: wherever the process is killed, what comes of it is the same. */
class KillAnywhereTest {
  @TempDir Path logs;

  @Test
  void theStoryEndsTheSameWhereverTheProcessIsKilled() {
    Death never = new Death(Integer.MAX_VALUE);
    String undisturbed = new Story(logs, never).tell();
    assertThat(undisturbed)
        .contains("ROLLBACK | PROMOTED", "REJECTED", "SUPERSEDED", "daily", "undelivered 0");
    assertThat(never.points()).isGreaterThan(300);

    for (int point = 1; point <= never.points(); point++) {
      Story story = new Story(logs, new Death(point));
      assertThat(story.tell())
          .as("killed at point %d of %d", point, never.points())
          .isEqualTo(undisturbed);
      assertThat(story.deaths()).isEqualTo(1);
    }
  }
}
