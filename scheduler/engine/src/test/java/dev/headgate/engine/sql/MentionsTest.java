package dev.headgate.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.sql.Mentions.At;
import org.junit.jupiter.api.Test;

class MentionsTest {
  @Test
  void aNameIsFoundHoweverItIsWritten() {
    assertThat(Mentions.of("FROM a.b x", "a.b")).containsExactly(new At(1, 6));
    assertThat(Mentions.of("FROM `a`.`b`", "a.b")).containsExactly(new At(1, 6));
    assertThat(Mentions.of("FROM\n lake . A . b", "a.b")).containsExactly(new At(2, 2));
    assertThat(Mentions.of("FROM a.b.snapshots, a.b", "a.b"))
        .containsExactly(new At(1, 6), new At(1, 21));
  }

  @Test
  void notInCommentsTextsOrOtherNames() {
    assertThat(Mentions.of("-- a.b\n/* a.b */ 'a.b' \"a.b\" a.bc ca.b", "a.b")).isEmpty();
  }
}
