package dev.headgate.catalog.torture;

import static java.util.concurrent.CompletableFuture.runAsync;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.BaseMovedException;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Promoted;
import dev.headgate.catalog.view.LakeCatalog;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * Promotes one release after the other. It keeps no state of its own but what it was about to do:
 * after a death, the lake says what became of it.
 */
final class Releaser {
  private final VersionedCatalog lake;
  private final AppReleases releases;
  private final Journal intents;
  private final Journal acknowledged;
  private final ExecutorService writers;
  private long conflicts;

  Releaser(VersionedCatalog lake, AppReleases releases, Path folder, ExecutorService writers) {
    this.writers = writers;
    this.lake = lake;
    this.releases = releases;
    this.intents = Journal.intents(folder);
    this.acknowledged = Journal.acknowledged(folder);
  }

  long conflicts() {
    return conflicts;
  }

  /** Settles what was in flight; returns what is to be tried next. */
  Ticket resume() {
    List<long[]> tried = intents.lines();
    if (tried.isEmpty()) {
      return Ticket.first(1);
    }
    long[] last = tried.get(tried.size() - 1);
    Ticket ticket = new Ticket(last[0], last[1]);
    Set<Optional<Promoted>> answers =
        ticket.branches().keySet().stream().map(lake::settle).collect(Collectors.toSet());
    if (answers.size() != 1) {
      throw new ViolationException(
          "branches of " + ticket + " were not promoted as one: " + answers);
    }
    Optional<Promoted> settled = answers.iterator().next();
    if (!settled.equals(releases.find(ticket.number()))) {
      throw new ViolationException(
          "settled " + settled + ", but the participant wrote " + releases.find(ticket.number()));
    }
    if (settled.isEmpty()) {
      return ticket;
    }
    if (acknowledged.last() < ticket.number()) {
      acknowledge(ticket, settled.get());
    }
    return Ticket.first(ticket.number() + 1);
  }

  /**
   * Builds and promotes a release; returns what to try next, which is the same release again if
   * main had moved.
   *
   * @param direct commits directly to main
   */
  Ticket release(Ticket ticket, DirectWriter direct) {
    intents.append(ticket.number(), ticket.attempt());
    Map<String, String> digests = new TreeMap<>();
    for (Map.Entry<String, List<TableIdentifier>> branch : ticket.branches().entrySet()) {
      if (!build(ticket, branch.getKey(), branch.getValue())) {
        return ticket.again();
      }
      digests.put(branch.getKey(), lake.freeze(branch.getKey(), ticket.toString()));
    }
    if (ticket.provokesConflict()) {
      direct.askAndWait();
    }
    try {
      Promoted promoted =
          lake.promote(digests, ticket.toString(), releases.recording(ticket.number()));
      acknowledge(ticket, promoted);
      return Ticket.first(ticket.number() + 1);
    } catch (BaseMovedException e) {
      conflicted(ticket);
      return ticket.again();
    }
  }

  private void acknowledge(Ticket ticket, Promoted promoted) {
    acknowledged.append(ticket.number(), promoted.version(), promoted.lsn());
  }

  private void conflicted(Ticket ticket) {
    if (!ticket.provokesConflict()) {
      throw new ViolationException(ticket + " conflicts with main, where nobody else writes");
    }
    conflicts++;
    for (String branch : ticket.branches().keySet()) {
      if (lake.settle(branch).isPresent()) {
        throw new ViolationException(branch + " is promoted, but was refused as a conflict");
      }
      lake.discard(branch);
    }
  }

  /** Whether the branch is built; a discarded one cannot be. */
  private boolean build(Ticket ticket, String name, List<TableIdentifier> tables) {
    Set<Name> scope = new HashSet<>(Accounts.names(tables));
    Optional<TableIdentifier> contested =
        DirectWriter.newest(lake.main()).filter(t -> ticket.provokesConflictOn(name));
    contested.map(Name::of).ifPresent(scope::add);
    Branch branch = lake.createBranch(BranchSpec.of(name, scope));
    if (branch.status() != Branch.Status.OPEN) {
      return branch.status() == Branch.Status.FROZEN;
    }
    lake.reset(name, 0, scope);
    LakeCatalog view = lake.branch(name);
    CompletableFuture.allOf(
            tables.stream()
                .map(table -> runAsync(() -> write(view, table, ticket), writers))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    contested.ifPresent(table -> touch(view, table));
    return true;
  }

  private static void write(LakeCatalog view, TableIdentifier table, Ticket ticket) {
    Accounts.write(view, table, ticket.number());
  }

  private static void touch(LakeCatalog view, TableIdentifier table) {
    if (view.tableExists(table)) {
      view.loadTable(table).updateProperties().set("torture.touched", "true").commit();
    }
  }
}
