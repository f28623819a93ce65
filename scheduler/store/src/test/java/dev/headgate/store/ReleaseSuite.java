package dev.headgate.store;

import static dev.headgate.store.Samples.DELAYS;
import static dev.headgate.store.Samples.FLIGHTS;
import static dev.headgate.store.Samples.NOON;
import static dev.headgate.store.Samples.next;
import static dev.headgate.store.Samples.ofKind;
import static dev.headgate.store.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Approval;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class ReleaseSuite extends StoreSuite {
  ReleaseSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  private Release insert(Release release) {
    write(t -> t.releases().insert(release));
    return release;
  }

  private Release advance(Release release, ReleaseState... states) {
    Release at = release;
    for (ReleaseState state : states) {
      Release changed =
          next(at, state, state == ReleaseState.PROMOTED ? Optional.of(at.id()) : Optional.empty());
      write(t -> t.releases().update(changed));
      at = changed;
    }
    return at;
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    Release release = insert(release(7, DELAYS, "f"));

    assertOne(t -> t.releases().find(7)).contains(release);
    assertOne(t -> t.releases().find(8)).isEmpty();
  }

  @Test
  void idsAreNeverGivenTwice() {
    List<Long> ids = atOnce(THREADS, () -> read(t -> t.releases().nextId()));

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id > 0);
    assertThat(this.<Long>read(t -> t.releases().nextId()))
        .isGreaterThan(ids.stream().max(Long::compare).get());
  }

  @Test
  void oneOfEightConcurrentReleasesWithAFingerprintIsLive() {
    List<Optional<ErrorCode>> outcomes =
        atOnce(
            THREADS,
            () -> {
              try {
                write(
                    t -> {
                      long id = t.releases().nextId();
                      ProductName product = ProductName.parse("domain.p" + id);
                      t.releases().insert(release(id, product, "same"));
                    });
                return Optional.empty();
              } catch (HeadgateException e) {
                return Optional.of(e.code());
              }
            });

    assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Optional::isPresent)
        .containsOnly(Optional.of(ErrorCode.ALREADY_EXISTS));
    assertAll(t -> t.releases().live()).hasSize(1);
  }

  @Test
  void oneOfEightConcurrentReleasesOfAProductIsActive() {
    List<Optional<ErrorCode>> outcomes =
        atOnce(
            THREADS,
            () -> {
              try {
                write(
                    t -> {
                      long id = t.releases().nextId();
                      t.releases().insert(release(id, DELAYS, "f-" + id));
                    });
                return Optional.empty();
              } catch (HeadgateException e) {
                return Optional.of(e.code());
              }
            });

    assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Optional::isPresent)
        .containsOnly(Optional.of(ErrorCode.WRONG_STATE));
  }

  @Test
  void aRefusedInsertLeavesTheTransactionUsable() {
    insert(release(1, DELAYS, "same"));

    HeadgateException refusal =
        read(
            t -> {
              HeadgateException refused = null;
              try {
                t.releases().insert(release(2, FLIGHTS, "same"));
              } catch (HeadgateException e) {
                refused = e;
              }
              t.releases().insert(release(3, FLIGHTS, "other"));
              return refused;
            });

    assertThat(refusal.code()).isEqualTo(ErrorCode.ALREADY_EXISTS);
    assertThat(refusal).hasMessageContaining("release 1 of analytics.flight-delays is PLANNED");
    assertAll(t -> t.releases().live()).extracting(Release::id).containsExactly(1L, 3L);
  }

  @Test
  void anIdIsNotUsedTwice() {
    insert(release(1, DELAYS, "a"));

    HeadgateException refusal = refusal(t -> t.releases().insert(release(1, FLIGHTS, "b")));

    assertThat(refusal.code()).isEqualTo(ErrorCode.ALREADY_EXISTS);
  }

  @Test
  void aPromotedReleaseKeepsItsFingerprint() {
    advance(
        insert(release(1, DELAYS, "same")),
        ReleaseState.CHECKING,
        ReleaseState.PROMOTING,
        ReleaseState.PROMOTED);

    HeadgateException refusal = refusal(t -> t.releases().insert(release(2, DELAYS, "same")));

    assertThat(refusal.code()).isEqualTo(ErrorCode.ALREADY_EXISTS);
    assertThat(refusal).hasMessageContaining("release 1").hasMessageContaining("PROMOTED");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED", "SUPERSEDED"})
  void aReleaseThatEndedOtherwiseFreesItsFingerprintAndProduct(ReleaseState ended) {
    advance(insert(release(1, DELAYS, "same")), ended);

    insert(release(2, DELAYS, "same"));

    assertOne(t -> t.releases().latest(DELAYS)).map(Release::id).contains(2L);
  }

  @Test
  void aRejectedReleaseFreesItsFingerprint() {
    advance(
        insert(release(1, DELAYS, "same")),
        ReleaseState.CHECKING,
        ReleaseState.HELD,
        ReleaseState.REJECTED);

    insert(release(2, DELAYS, "same"));
  }

  @Test
  void oneThatWaitsForPeopleLetsANewerOneBuildButIsNotJudgedBesideIt() {
    Release waiting =
        advance(insert(release(1, DELAYS, "a")), ReleaseState.CHECKING, ReleaseState.HELD);
    insert(release(2, DELAYS, "b"));

    HeadgateException refusal =
        refusal(t -> t.releases().update(next(waiting, ReleaseState.CHECKING)));

    assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(refusal).hasMessageContaining("release 2 of analytics.flight-delays is PLANNED");
  }

  @Test
  void aRollbackAndAnApprovedReleaseGoOnBesideOneThatIsBuilt() {
    Release approved =
        advance(
            insert(release(1, DELAYS, "a")), ReleaseState.CHECKING, ReleaseState.AWAITING_APPROVAL);
    insert(release(2, DELAYS, "b"));

    insert(ofKind(release(3, DELAYS, "c"), ReleaseKind.ROLLBACK));
    advance(approved, ReleaseState.PROMOTING);

    assertAll(t -> t.releases().live()).hasSize(3);
  }

  @Test
  void eachRevisionIsWrittenOnceByEightThreads() {
    insert(release(1, DELAYS, "f"));
    long each = 5;

    List<List<Long>> written =
        atOnce(
            THREADS,
            () -> {
              List<Long> revisions = new ArrayList<>();
              while (revisions.size() < each) {
                try {
                  revisions.add(
                      read(
                          t -> {
                            Release now = t.releases().find(1).orElseThrow();
                            t.releases().update(next(now, now.state()));
                            return now.revision() + 1;
                          }));
                } catch (HeadgateException e) {
                  assertThat(e.code()).isEqualTo(ErrorCode.WRONG_STATE);
                }
              }
              return revisions;
            });

    assertThat(written.stream().flatMap(List::stream).sorted())
        .containsExactlyElementsOf(LongStream.rangeClosed(2, 1 + THREADS * each).boxed().toList());
  }

  @Test
  void aStaleRevisionIsRefusedByName() {
    Release first = insert(release(1, DELAYS, "f"));
    advance(first, ReleaseState.BUILDING);

    HeadgateException refusal =
        refusal(t -> t.releases().update(next(first, ReleaseState.CANCELLED)));

    assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(refusal)
        .hasMessageContaining("release 1")
        .hasMessageContaining("BUILDING at revision 2");
  }

  @Test
  void aTransitionThatDoesNotExistIsRefused() {
    Release release = insert(release(1, DELAYS, "f"));

    HeadgateException refusal =
        refusal(t -> t.releases().update(next(release, ReleaseState.PROMOTED)));

    assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(refusal).hasMessageContaining("release 1").hasMessageContaining("PLANNED");
    assertOne(t -> t.releases().find(1)).contains(release);
  }

  @Test
  void aReleaseThatDoesNotExistIsNotUpdated() {
    HeadgateException refusal = refusal(t -> t.releases().update(release(1, DELAYS, "f")));

    assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void listsAreInOrder() {
    Release one =
        advance(
            insert(release(1, DELAYS, "a")),
            ReleaseState.CHECKING,
            ReleaseState.PROMOTING,
            ReleaseState.PROMOTED);
    insert(release(2, FLIGHTS, "b"));
    Release three =
        advance(
            insert(release(3, DELAYS, "c")),
            ReleaseState.CHECKING,
            ReleaseState.PROMOTING,
            ReleaseState.PROMOTED);
    Release four = advance(insert(release(4, DELAYS, "d")), ReleaseState.FAILED);

    assertAll(t -> t.releases().list(Optional.empty(), 3))
        .extracting(Release::id)
        .containsExactly(4L, 3L, 2L);
    assertAll(t -> t.releases().list(Optional.of(DELAYS), 10)).containsExactly(four, three, one);
    assertAll(t -> t.releases().promoted(DELAYS)).containsExactly(three, one);
    assertOne(t -> t.releases().latest(DELAYS)).contains(four);
    assertAll(t -> t.releases().live()).extracting(Release::id).containsExactly(2L);
    assertOne(t -> t.releases().latest(ProductName.parse("no.one"))).isEmpty();
  }

  @Test
  void aProductsLiveReleasesAreItsOwnOldestFirst() {
    Release held =
        advance(insert(release(1, DELAYS, "a")), ReleaseState.CHECKING, ReleaseState.HELD);
    insert(release(2, FLIGHTS, "b"));
    advance(insert(release(3, DELAYS, "c")), ReleaseState.FAILED);
    Release building = advance(insert(release(4, DELAYS, "d")), ReleaseState.BUILDING);

    assertAll(t -> t.releases().live(DELAYS)).containsExactly(held, building);
    assertAll(t -> t.releases().live(ProductName.parse("no.one"))).isEmpty();
  }

  @Test
  void whatMainShowsOfAProductIsItsNewestPromotionNotItsNewestRelease() {
    Release older =
        advance(
            insert(release(1, DELAYS, "a")), ReleaseState.CHECKING, ReleaseState.AWAITING_APPROVAL);
    assertOne(t -> t.releases().current(DELAYS)).isEmpty();

    Release newer = advance(insert(release(2, DELAYS, "b")), ReleaseState.CHECKING);
    newer = advance(newer, ReleaseState.PROMOTING);
    newer = promote(newer, 7);
    older = advance(older, ReleaseState.PROMOTING);
    older = promote(older, 8);
    insert(release(3, DELAYS, "c"));

    assertOne(t -> t.releases().current(DELAYS)).contains(older);
    assertAll(t -> t.releases().promoted(DELAYS)).containsExactly(older, newer);
    assertOne(t -> t.releases().current(FLIGHTS)).isEmpty();
  }

  private Release promote(Release release, long lakeVersion) {
    Release promoted = next(release, ReleaseState.PROMOTED, Optional.of(lakeVersion));
    write(t -> t.releases().update(promoted));
    return promoted;
  }

  @Test
  void theNewestVerdictCounts() {
    insert(release(1, DELAYS, "f"));
    Finding finding =
        new Finding(
            Optional.of(Samples.DAILY),
            "rows",
            Severity.ERROR,
            Finding.Outcome.WAIVED,
            new CheckSpec.Origin(CheckSpec.Origin.Kind.CONTRACT, "daily.odcs.yaml 1.0.0"),
            Optional.of("6"),
            "expected more",
            Optional.of(new Finding.Evidence(Finding.Source.METADATA, true)),
            Optional.of(3L),
            Optional.of(new Finding.Sample(List.of("a"), List.of(List.of("1")), false)));
    Verdict first = new Verdict(1, "d-1", "e", List.of(finding), NOON, Optional.of(NOON));
    Verdict second = new Verdict(1, "d-2", "e", List.of(), NOON, Optional.empty());

    write(t -> t.releases().addVerdict(first));
    assertOne(t -> t.releases().verdict(1)).contains(first);
    write(t -> t.releases().addVerdict(second));
    assertOne(t -> t.releases().verdict(1)).contains(second);
    assertOne(t -> t.releases().verdict(2)).isEmpty();
  }

  @Test
  void aPersonApprovesADigestOnce() {
    insert(release(1, DELAYS, "f"));
    Approval first = new Approval(1, "d-1", "ana", NOON);
    Approval other = new Approval(1, "d-1", "ben", NOON.plusSeconds(2));
    Approval newDigest = new Approval(1, "d-2", "ana", NOON.plusSeconds(3));

    write(
        t -> {
          t.releases().addApproval(first);
          t.releases().addApproval(new Approval(1, "d-1", "ana", NOON.plusSeconds(1)));
          t.releases().addApproval(other);
          t.releases().addApproval(newDigest);
        });

    assertAll(t -> t.releases().approvals(1)).containsExactly(first, other, newDigest);
  }

  @Test
  void instantsAreCutOffToTheMicrosecond() {
    insert(release(1, DELAYS, "f"));
    Instant fine = Instant.parse("2001-06-30T12:00:00.123456999Z");

    write(
        t -> {
          t.releases().addApproval(new Approval(1, "d", "ana", fine));
          t.releases().addVerdict(new Verdict(1, "d", "e", List.of(), fine, Optional.empty()));
        });

    assertAll(t -> t.releases().approvals(1)).extracting(Approval::at).containsExactly(NOON);
    assertOne(t -> t.releases().verdict(1)).map(Verdict::at).contains(NOON);
  }
}
