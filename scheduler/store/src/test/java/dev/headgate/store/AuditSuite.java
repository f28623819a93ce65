package dev.headgate.store;

import static dev.headgate.store.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.store.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class AuditSuite extends StoreSuite {
  AuditSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  private void append(int events) {
    write(
        t -> {
          for (int i = 1; i <= events; i++) {
            t.audit().append(event("action-" + i));
          }
        });
  }

  @Test
  void rowsComeNewestFirstAndEachGoesOnFromTheOneBefore() {
    append(3);

    List<AuditLog.Row> rows = read(t -> t.audit().list(2));

    assertThat(rows).extracting(AuditLog.Row::number).containsExactly(3L, 2L);
    assertThat(rows.get(0).event()).isEqualTo(event("action-3"));
    assertThat(rows.get(0).previousHash()).isEqualTo(rows.get(1).hash());
    assertOne(t -> t.audit().verify()).isEmpty();
  }

  @Test
  void anEmptyLogHolds() {
    assertOne(t -> t.audit().verify()).isEmpty();
    assertAll(t -> t.audit().list(10)).isEmpty();
  }

  @Test
  void anEventWithoutDigestOrDetailsHolds() {
    AuditLog.Event bare =
        new AuditLog.Event(Samples.NOON, "headgate", "started", "", Optional.empty(), Map.of());
    write(t -> t.audit().append(bare));

    assertAll(t -> t.audit().list(1)).extracting(AuditLog.Row::event).containsExactly(bare);
    assertOne(t -> t.audit().verify()).isEmpty();
  }

  @Test
  void appendsOfEightThreadsMakeOneChainWithoutGaps() {
    long each = 20;

    atOnce(
        THREADS,
        () -> {
          for (int i = 0; i < each; i++) {
            write(t -> t.audit().append(event("action")));
          }
          return true;
        });

    assertAll(t -> t.audit().list(1000))
        .extracting(AuditLog.Row::number)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, THREADS * each).boxed().toList());
    assertOne(t -> t.audit().verify()).isEmpty();
  }

  @Test
  void whatWasRolledBackLeavesNoGap() {
    append(1);
    refusal(
        t -> {
          t.audit().append(event("never"));
          throw new HeadgateException(ErrorCode.NOT_ALLOWED, "no");
        });
    append(1);

    assertAll(t -> t.audit().list(10)).extracting(AuditLog.Row::number).containsExactly(2L, 1L);
    assertOne(t -> t.audit().verify()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "happened_at = TIMESTAMP WITH TIME ZONE '2001-06-30 12:00:00.123457+00'",
        "actor = 'ben'",
        "action = 'x'",
        "subject = 'x'",
        "digest = 'x'",
        "digest = NULL",
        "details = '{}'",
        "hash = REPEAT('a', 64)"
      })
  void aChangedRowIsFound(String change) {
    append(5);

    database.tamper("UPDATE hg_audit SET " + change + " WHERE number = 3");

    assertOne(t -> t.audit().verify())
        .contains("row 3 was changed: its content does not give its hash");
  }

  @Test
  void aChangedPreviousHashIsFound() {
    append(5);

    database.tamper("UPDATE hg_audit SET previous_hash = REPEAT('a', 64) WHERE number = 3");

    assertOne(t -> t.audit().verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("row 3 does not follow"));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,3", "5,5", "4,4"})
  void aDeletedRowIsFoundAlsoAtTheEnds(long deleted, long named) {
    append(5);

    database.tamper("DELETE FROM hg_audit WHERE number = " + deleted);

    assertOne(t -> t.audit().verify()).contains("row " + named + " is missing");
  }

  @Test
  void allRowsDeletedAreFound() {
    append(2);

    database.tamper("DELETE FROM hg_audit");

    assertOne(t -> t.audit().verify()).contains("row 1 is missing");
  }

  @Test
  void aDeletedTailIsFoundThoughTheHeadsNumberWasSetBack() {
    append(5);

    database.tamper(
        "DELETE FROM hg_audit WHERE number > 3", "UPDATE hg_audit_head SET last_number = 3");

    assertOne(t -> t.audit().verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("row 3 was replaced"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 6})
  void aRowThatWasPutInIsFound(long number) {
    append(5);

    database.tamper(
        "INSERT INTO hg_audit (number, happened_at, actor, action, subject, details, previous_hash,"
            + " hash) SELECT "
            + number
            + ", happened_at, 'eve', action, subject, details, hash, hash FROM hg_audit"
            + " WHERE number = 5");

    assertOne(t -> t.audit().verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("row " + number + " was put in"));
  }

  @Test
  void aRewrittenRowIsFoundByTheNextOne() {
    append(5);
    AuditLog.Row third = read(t -> t.audit().list(3)).get(2);
    AuditLog.Event forged = event("forged");
    AuditRow row =
        AuditRow.following(2, third.previousHash(), forged, ModelJson.write(Map.of("reason", "")));

    database.tamper(
        "UPDATE hg_audit SET action = 'forged', details = '"
            + row.details()
            + "', hash = '"
            + row.hash()
            + "' WHERE number = 3");

    assertOne(t -> t.audit().verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("row 4 does not follow"));
  }

  @Test
  void aMissingHeadIsFoundAndNothingIsRecordedWithoutIt() {
    append(1);

    database.tamper("DELETE FROM hg_audit_head");

    assertOne(t -> t.audit().verify()).contains("the head of the chain is gone from hg_audit_head");
    assertThat(refusal(t -> t.audit().append(event("x"))).code()).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void aChainOfManyPagesIsVerified() {
    append(2500);
    assertOne(t -> t.audit().verify()).isEmpty();

    database.tamper("UPDATE hg_audit SET actor = 'eve' WHERE number = 2001");

    assertOne(t -> t.audit().verify())
        .hasValueSatisfying(p -> assertThat(p).startsWith("row 2001 was changed"));
  }
}
