package dev.headgate.engine.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.grade.Grade.Letter;
import dev.headgate.engine.grade.Grade.Reason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points by evidence, in the order of {@link Criterion}. How it is written: {@link Written}. */
class GradingTest {
  private static final String CONTRACT = "1.0.0 ACTIVE 2/2";
  private static final String LATENCY = "LATENCY P10D";

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}, breach {4}, waivers {5}, {6} days: {8} {7}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.0.0 ACTIVE 2/2 | block | PPP PP | LATENCY P10D | -   | -      | 3  | 12 6 12 15 15 5 10 15 10 | A
          -                | -     | -      | -            | -   | -      | -  | 0 0 0 0 0 0 0 15 0       | F
          -                | -     | -      | -            | -   | -      | 3  | 0 0 0 0 0 0 0 15 5       | F
          -                | block | PPP    | -            | -   | -      | 3  | 0 0 0 15 15 0 0 15 5     | D
          0.3.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | -   | -      | 3  | 12 0 12 15 15 5 10 15 10 | A
          1.0.0 DRAFT 2/2  | block | PPP    | LATENCY P10D | -   | -      | 3  | 12 0 12 15 15 5 10 15 10 | A
          1.0.0 DEPRECATED 2/2 | block | PPP | LATENCY P10D | -  | -      | 3  | 12 6 12 15 15 5 10 15 10 | A
          1.0.0 RETIRED 2/2 | block | PPP   | LATENCY P10D | -   | -      | 3  | 12 0 12 15 15 5 10 15 10 | A
          1.0.0 ACTIVE 1/2 | block | PPP    | LATENCY P10D | -   | -      | 3  | 12 6 6 15 15 5 10 15 10  | A
          1.0.0 ACTIVE 2/3 | block | PPP    | LATENCY P10D | -   | -      | 3  | 12 6 8 15 15 5 10 15 10  | A
          1.0.0 ACTIVE 0/3 | block | PPP    | LATENCY P10D | -   | -      | 3  | 12 6 0 15 15 5 10 15 10  | B
          1.0.0 ACTIVE 0/0 | block | PPP    | LATENCY P10D | -   | -      | 3  | 12 6 0 15 15 5 10 15 10  | B
          1.0.0 ACTIVE 2/2 | warn  | -      | LATENCY P10D | -   | -      | 3  | 12 6 12 0 0 5 10 15 10   | C
          1.0.0 ACTIVE 2/2 | block | ww     | LATENCY P10D | -   | -      | 3  | 12 6 12 15 0 5 10 15 10  | B
          1.0.0 ACTIVE 2/2 | block | SS     | LATENCY P10D | -   | -      | 3  | 12 6 12 15 0 5 10 15 10  | B
          1.0.0 ACTIVE 2/2 | block | PPF    | LATENCY P10D | -   | -      | 3  | 12 6 12 15 10 5 10 15 10 | A
          1.0.0 ACTIVE 2/2 | block | PW PF  | LATENCY P10D | -   | -      | 3  | 12 6 12 15 7 5 10 15 10  | A
          1.0.0 ACTIVE 2/2 | block | PPSw   | LATENCY P10D | -   | -      | 3  | 12 6 12 15 15 5 10 15 10 | A
          1.0.0 ACTIVE 2/2 | block | FF     | LATENCY P10D | -   | -      | 3  | 12 6 12 15 0 5 10 15 10  | B
          1.0.0 ACTIVE 2/2 | block | PPP    | -            | -   | -      | 3  | 12 6 12 15 15 0 0 15 5   | B
          1.0.0 ACTIVE 2/2 | block | PPP    | OTHER        | -   | -      | 3  | 12 6 12 15 15 0 0 15 5   | B
          1.0.0 ACTIVE 2/2 | block | PPP    | RETENTION P1Y | -  | -      | 3  | 12 6 12 15 15 5 10 15 5  | A
          1.0.0 ACTIVE 2/2 | block | PPP    | FREQUENCY P1M | -  | -      | 3  | 12 6 12 15 15 5 10 15 10 | A
          1.0.0 ACTIVE 2/2 | block | PPP    | FREQUENCY P999999999Y | - | -  | 3  | 12 6 12 15 15 5 10 15 10 | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY PT9999999999999H | - | - | 3 | 12 6 12 15 15 5 10 15 10 | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY soon | -   | -      | 3  | 12 6 12 15 15 5 10 15 10 | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY PT12H | -  | -      | 3  | 12 6 12 15 15 5 10 15 0  | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | open | -     | 11 | 12 6 12 15 15 5 0 15 0   | B
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | 5   | -      | 3  | 12 6 12 15 15 5 5 15 10  | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | 89  | -      | 3  | 12 6 12 15 15 5 5 15 10  | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | 90  | -      | 3  | 12 6 12 15 15 5 10 15 10 | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | 5 open 95 | - | 3 | 12 6 12 15 15 5 0 15 10 | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | -   | 1      | 3  | 12 6 12 15 15 5 10 10 10 | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | -   | 1 1    | 3  | 12 6 12 15 15 5 10 5 10  | A
          1.0.0 ACTIVE 2/2 | block | PPW    | LATENCY P10D | -   | r      | 3  | 12 6 12 15 10 5 10 5 10  | B
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | -   | r r    | 3  | 12 6 12 15 15 5 10 0 10  | B
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | -   | -      | 10 | 12 6 12 15 15 5 10 15 10 | A
          1.0.0 ACTIVE 2/2 | block | PPP    | LATENCY P10D | -   | -      | 11 | 12 6 12 15 15 5 10 15 0  | A
          1.0.0 ACTIVE 2/2 | block | -      | LATENCY P10D | -   | -      | -  | 12 6 12 15 0 5 0 15 0    | C
          """)
  void pointsFollowTheEvidence(
      String contract,
      String checks,
      String verdicts,
      String level,
      String breaches,
      String waivers,
      String age,
      String points,
      Letter letter) {
    Evidence evidence = Written.evidence(contract, checks, verdicts, level, breaches, waivers, age);
    Grade grade = Grading.grade(evidence, Written.NOW);
    assertThat(grade.reasons().stream().map(r -> "" + r.points()).collect(Collectors.joining(" ")))
        .isEqualTo(points);
    assertThat(grade.points())
        .isEqualTo(Stream.of(points.split(" ", -1)).mapToInt(Integer::parseInt).sum());
    assertThat(grade.letter()).isEqualTo(letter);
  }

  @Test
  void allPointsAreAHundredAndEachCriterionHasAReason() {
    assertThat(Stream.of(Criterion.values()).mapToInt(Criterion::most).sum()).isEqualTo(100);
    Grade best =
        Grading.grade(
            Written.evidence(CONTRACT, "block", "PP", LATENCY, "-", "-", "3"), Written.NOW);
    assertThat(best.points()).isEqualTo(100);
    assertThat(best.reasons()).extracting(Reason::criterion).containsExactly(Criterion.values());
  }

  @ParameterizedTest
  @CsvSource({
    "100, A", "90, A", "89, B", "75, B", "74, C", "60, C", "59, D", "40, D", "39, F", "0, F"
  })
  void lettersHaveBounds(int points, Letter letter) {
    assertThat(Letter.of(points)).isEqualTo(letter);
  }

  @Test
  void reasonsSayWhatIsAndWhatWouldRaiseTheGrade() {
    Evidence poor =
        Written.evidence("0.1.0 DRAFT 1/2", "block", "PF W", LATENCY, "open", "1 r", "20");
    assertThat(sentences(poor))
        .containsExactly(
            "each dataset has a contract",
            "orders.odcs.yaml 0.1.0 (draft) is not in force: make it active, with a version from"
                + " 1.0.0 on",
            "1 of 2 columns of the contracts are described; describe sales.orders.c2",
            "each dataset has checks that block",
            "in the last 2 verdicts 1 of 3 results of blocking checks passed, not 'rule' (failed in"
                + " release 9), 'rule' (waived in release 8): releases that pass without waivers"
                + " raise it",
            "each dataset's contract promises service levels that are watched",
            "'latency' of sales.orders is not met since 2001-06-20, it is late: meet it",
            "2 waivers stand, of 'rule' for sales until 2001-07-11, of 'rule' for sales until"
                + " 2001-07-11 (a renewal): repair what is waived, and 'headgate waiver revoke'",
            "what main shows was promoted on 2001-06-11, and newer than P10D is promised"
                + " (latency): promote a release");
    Evidence none = Written.evidence("-", "-", "-", "-", "-", "-", "-");
    assertThat(sentences(none))
        .contains(
            "sales.orders has no contract: name one with 'contract' in the pipeline",
            "sales.orders has no check that blocks: give a rule of severity error, in the contract"
                + " or the pipeline",
            "no release was judged yet: build one",
            "nothing was promoted yet: promote a release");
  }

  private static List<String> sentences(Evidence evidence) {
    return Grading.grade(evidence, Written.NOW).reasons().stream().map(Reason::sentence).toList();
  }

  /** Of two datasets, one without anything, half the points; rounded down. */
  @Test
  void eachDatasetCountsAlike() {
    Evidence one = Written.evidence("1.0.0 ACTIVE 1/1", "block", "P", LATENCY, "-", "-", "3");
    Evidence other = Written.evidence("-", "-", "P", "-", "-", "-", "3");
    Evidence both =
        new Evidence(
            Stream.concat(one.datasets().stream(), other.datasets().stream()).toList(),
            one.verdicts(),
            one.breaches(),
            one.waivers(),
            one.promotedAt());
    assertThat(Grading.grade(both, Written.NOW).reasons())
        .extracting(Reason::points)
        .containsExactly(6, 3, 6, 7, 15, 2, 10, 15, 10);
  }
}
