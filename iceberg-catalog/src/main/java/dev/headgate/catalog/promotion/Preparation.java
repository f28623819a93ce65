package dev.headgate.catalog.promotion;

import dev.headgate.catalog.file.Layout;
import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Fork;
import dev.headgate.catalog.state.Kind;
import dev.headgate.catalog.state.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.view.ViewMetadata;

/** Writes the final metadata of everything that a branch changes, several files at a time. */
final class Preparation {
  private final MetadataFiles files;
  private final Layout layout;
  private final ExecutorService executor;

  Preparation(MetadataFiles files, Layout layout, ExecutorService executor) {
    this.files = files;
    this.layout = layout;
    this.executor = executor;
  }

  /**
   * All of it, or an exception; files written before are then referred to by nothing, and
   * collected.
   */
  List<Prepared> prepare(Branch branch, List<Fork> forks, long nowMillis) {
    Map<String, String> bases =
        forks.stream()
            .flatMap(f -> f.base().stream())
            .collect(Collectors.toMap(Fork.Base::objectId, Fork.Base::state, (a, b) -> a));
    List<Future<Prepared>> running = new ArrayList<>();
    for (Fork fork : forks) {
      if (fork.now().isPresent() && fork.kind() != Kind.NAMESPACE) {
        running.add(executor.submit(() -> prepare(branch, fork, bases::get, nowMillis)));
      }
    }
    return running.stream().map(Preparation::await).toList();
  }

  private Prepared prepare(
      Branch branch, Fork fork, Function<String, String> bases, long nowMillis) {
    Entry now = fork.now().orElseThrow();
    if (!now.state().startsWith(layout.branchArea(branch.name()) + "/")) {
      return new Prepared(fork.name(), now.state(), now.state()); // renamed or restored as it was
    }
    Optional<String> base = Optional.ofNullable(bases.apply(now.objectId()));
    String folder = Layout.metadataFolder(now.location());
    int version = base.map(b -> MetadataFiles.version(b) + 1).orElse(0);
    String location =
        now.kind() == Kind.VIEW
            ? files.write(finalView(now), folder, version)
            : files.write(finalTable(branch, now, base, nowMillis), folder, version);
    return new Prepared(fork.name(), now.state(), location);
  }

  private TableMetadata finalTable(
      Branch branch, Entry now, Optional<String> base, long nowMillis) {
    return FinalMetadata.of(
        files.table(now.state()), base.map(files::table), branch.refName(), nowMillis);
  }

  /** A view resolves names in the view that it is read through, so it must not name a catalog. */
  private ViewMetadata finalView(Entry now) {
    return PortableView.of(files.view(now.state()));
  }

  private static Prepared await(Future<Prepared> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while final metadata was written", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("cannot write final metadata", e.getCause());
    }
  }
}
