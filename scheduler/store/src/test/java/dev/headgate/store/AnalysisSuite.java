package dev.headgate.store;

import static dev.headgate.store.Samples.DAILY;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.AnalysisStore.Analysis;
import dev.headgate.model.store.AnalysisStore.Join;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

abstract class AnalysisSuite extends StoreSuite {
  private static final DatasetName AIRPORTS = DatasetName.parse("reference.airports");

  AnalysisSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  private static Analysis analysis(String statement, String against, String... columns) {
    return new Analysis(
        statement,
        against,
        Map.of(DAILY, List.of(columns), AIRPORTS, List.of()),
        List.of("parquet.`/files`"),
        List.of(new Join(DAILY, "origin", AIRPORTS, "code.iata")));
  }

  @Test
  void whatWasFoundIsFoundAgainByItsStatement() {
    Analysis daily = analysis("s1", "a1", "origin", "delay.minutes");
    Analysis other = analysis("s2", "a1");
    write(t -> List.of(daily, other).forEach(t.analyses()::put));

    assertOne(t -> t.analyses().find("s1")).contains(daily);
    assertOne(t -> t.analyses().find("s2")).contains(other);
    assertOne(t -> t.analyses().find("s3")).isEmpty();
  }

  @Test
  void anotherAnalysisOfAStatementReplacesTheFirst() {
    Analysis second = analysis("s1", "a2", "delay");
    write(t -> t.analyses().put(analysis("s1", "a1", "origin")));
    write(t -> t.analyses().put(second));

    assertOne(t -> t.analyses().find("s1")).contains(second);
  }

  @Test
  void eightThreadsKeepOne() {
    atOnce(
        THREADS,
        () -> {
          write(t -> t.analyses().put(analysis("s1", "a1", "origin")));
          return true;
        });

    assertOne(t -> t.analyses().find("s1")).contains(analysis("s1", "a1", "origin"));
  }
}
