package dev.headgate.catalog.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.catalog.VersionedCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * What holds whenever no process works on the lake, also before anything is settled: no promotion
 * that was acknowledged is lost, none is there twice, and each is there as a whole.
 */
final class Verification {
  private final Jdbi jdbi;
  private final VersionedCatalog lake;
  private final Path folder;

  Verification(DataSource dataSource, VersionedCatalog lake, Path folder) {
    this.jdbi = Jdbi.create(dataSource);
    this.lake = lake;
    this.folder = folder;
  }

  /**
   * Checks all records of all promotions, and reads the lake versions after {@code known}; returns
   * how many promotions there are.
   */
  long check(long known) {
    List<long[]> acknowledged = Journal.acknowledged(folder).lines();
    long direct = checkDirect(Journal.direct(folder).lines());
    long promotions =
        jdbi.inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ, handle -> check(handle, acknowledged));
    assertThat(DirectWriter.count(lake.pinned()))
        .as("direct commits, of which %s are acknowledged", direct)
        .isBetween(direct, direct + 1);
    LongStream.rangeClosed(known + 1, promotions).forEach(v -> Reader.readVersion(lake, v));
    return promotions;
  }

  /** Each commit sees all that were acknowledged before it; of others, one a life can be there. */
  private static long checkDirect(List<long[]> acknowledged) {
    long last = 0;
    for (long[] line : acknowledged) {
      assertThat(line[0])
          .as("direct commits, after %s were acknowledged", last)
          .isGreaterThan(last);
      last = line[0];
    }
    return last;
  }

  private static long check(Handle handle, List<long[]> acknowledged) {
    List<String> releases =
        rows(handle, "SELECT number || ' ' || version || ' ' || lsn FROM app_release ORDER BY 1");
    List<String> numbers =
        rows(handle, "SELECT number || ' ' || version FROM app_release ORDER BY number");
    long last = releases.size();
    assertThat(numbers)
        .as("releases, each once, each the lake version of its number")
        .isEqualTo(LongStream.rangeClosed(1, last).mapToObj(n -> n + " " + n).toList());
    checkAcknowledged(acknowledged, releases);
    checkInstants(handle, last);
    checkBranches(handle, last);
    checkPointers(handle, last);
    checkFiles(handle);
    return last;
  }

  private static void checkAcknowledged(List<long[]> acknowledged, List<String> releases) {
    List<String> lines =
        acknowledged.stream().map(l -> l[0] + " " + l[1] + " " + l[2]).sorted().toList();
    assertThat(releases).as("acknowledged releases").containsAll(lines);
    assertThat(releases.size() - lines.size()).as("not acknowledged").isBetween(0, 1);
  }

  private static void checkInstants(Handle handle, long last) {
    List<Long> instants = numbers(handle, "SELECT lsn FROM lake_instant ORDER BY lsn");
    assertThat(instants)
        .as("instants without gaps")
        .isEqualTo(LongStream.range(0, instants.size()).boxed().toList());
    assertThat(numbers(handle, "SELECT lsn FROM lake")).containsExactly(instants.size() - 1L);
    assertThat(numbers(handle, "SELECT version FROM lake")).containsExactly(last);
    assertThat(
            rows(
                handle,
                "SELECT version || ' ' || lsn FROM lake_instant WHERE version > 0 ORDER BY version"))
        .as("lake versions and their instants")
        .isEqualTo(rows(handle, "SELECT version || ' ' || lsn FROM app_release ORDER BY version"));
  }

  private static void checkBranches(Handle handle, long last) {
    Set<String> outcomes =
        new TreeSet<>(
            rows(handle, "SELECT promotion_key FROM lake_promotion WHERE outcome = 'PROMOTED'"));
    assertThat(outcomes)
        .as("outcomes, and branches that ended as promoted")
        .isEqualTo(
            new TreeSet<>(rows(handle, "SELECT name FROM lake_branch WHERE status = 'PROMOTED'")));
    List<Long> branches = new ArrayList<>();
    LongStream.rangeClosed(1, last)
        .forEach(n -> branches.add(Ticket.first(n).hasTwoBranches() ? 2L : 1L));
    assertThat(
            numbers(
                handle,
                "SELECT COUNT(*) FROM lake_promotion WHERE outcome = 'PROMOTED'"
                    + " GROUP BY version ORDER BY version"))
        .as("branches of each release")
        .isEqualTo(branches);
  }

  /** Each table has one pointer for each release, from its instant to the next one's. */
  private static void checkPointers(Handle handle, long last) {
    List<String> chains =
        rows(
            handle,
            "SELECT r.lsn || ' ' || COUNT(p.name) FROM app_release r LEFT JOIN lake_pointer p"
                + " ON p.from_lsn = r.lsn AND p.namespace = 'bank' AND p.name <> ''"
                + " AND p.to_lsn = COALESCE((SELECT MIN(n.lsn) FROM app_release n WHERE n.lsn > r.lsn),"
                + " 9223372036854775807) GROUP BY r.lsn ORDER BY r.lsn");
    List<String> whole =
        rows(handle, "SELECT lsn || ' " + Accounts.TABLES + "' FROM app_release ORDER BY lsn");
    assertThat(chains).as("pointers of each release").isEqualTo(whole);
    assertThat(
            numbers(
                handle,
                "SELECT COUNT(*) FROM lake_pointer WHERE namespace = 'bank' AND name <> ''"))
        .containsExactly(last * Accounts.TABLES);
  }

  private static void checkFiles(Handle handle) {
    List<String> files =
        rows(
            handle,
            "SELECT state FROM lake_pointer WHERE kind = 'TABLE' UNION ALL"
                + " SELECT f.state FROM lake_fork f JOIN lake_branch b ON b.id = f.branch_id"
                + " WHERE b.status IN ('OPEN', 'FROZEN') AND f.state IS NOT NULL UNION ALL"
                + " SELECT f.prepared_state FROM lake_fork f JOIN lake_branch b ON b.id = f.branch_id"
                + " WHERE b.status IN ('OPEN', 'FROZEN') AND f.prepared_state IS NOT NULL");
    assertThat(files.stream().filter(f -> !Files.exists(Path.of(f))).toList())
        .as("metadata files that are referred to and gone")
        .isEmpty();
  }

  private static List<String> rows(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(String.class).list();
  }

  private static List<Long> numbers(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).list();
  }
}
