package dev.headgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Promotion of many tables by Headgate, by sequential fast-forward on Iceberg's JdbcCatalog and by
 * the reference server's commitTransaction, turn by turn in one process. To run it:
 *
 * <pre>mvn -q -pl scheduler/bench -am -DskipTests -Pbenchmark verify</pre>
 *
 * with {@code -Dbench.tables=1,10,100,1000} and {@code -Dbench.rounds=5} to choose otherwise.
 */
public final class PromotionBenchmark {
  private static final int WARM_UP_TABLES = 10;
  private static final int WARM_UP_ROUNDS = 8;
  private static final List<Function<Path, Contender>> CONTENDERS =
      List.of(HeadgateContender::new, FastForwardContender::new, TransactionContender::new);

  private final int rounds;
  private final Path folder;

  private PromotionBenchmark(int rounds, Path folder) {
    this.rounds = rounds;
    this.folder = folder;
  }

  /** Arguments: numbers of tables with commas, rounds, and the file for the samples. */
  public static void main(String[] args) throws IOException {
    List<Integer> tables = Arrays.stream(args[0].split(",")).map(Integer::valueOf).toList();
    Path folder = Files.createTempDirectory("headgate-bench");
    try {
      PromotionBenchmark benchmark = new PromotionBenchmark(Integer.parseInt(args[1]), folder);
      benchmark.run(WARM_UP_TABLES, WARM_UP_ROUNDS);
      List<Samples> all = new ArrayList<>();
      for (int count : tables) {
        System.err.println("measuring " + count + " tables");
        all.addAll(benchmark.run(count, benchmark.rounds));
      }
      Report.write(all, Path.of(args[2]));
      System.out.println(Report.markdown(all));
    } finally {
      delete(folder);
    }
  }

  private List<Samples> run(int tables, int times) throws IOException {
    List<Samples> all = new ArrayList<>();
    List<Round> turns = new ArrayList<>();
    List<Contender> contenders = new ArrayList<>();
    try {
      for (Function<Path, Contender> maker : CONTENDERS) {
        Contender contender = maker.apply(Files.createTempDirectory(folder, "contender"));
        contenders.add(contender);
        contender.create(tables);
        Samples samples = new Samples(contender.name(), tables);
        all.add(samples);
        turns.add(new Round(contender, tables, samples));
      }
      for (int i = 0; i < times; i++) {
        turns.forEach(Round::timed);
      }
      for (int i = 0; i < (times + 1) / 2; i++) {
        turns.forEach(Round::watchedInOneStatement);
        turns.forEach(Round::watchedTableByTable);
      }
    } finally {
      contenders.forEach(Contender::close);
    }
    return all;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(PromotionBenchmark::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
