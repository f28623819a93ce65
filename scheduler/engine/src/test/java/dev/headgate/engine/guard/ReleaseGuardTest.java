package dev.headgate.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeStore;
import dev.headgate.model.lake.CommitGuard.Proposal;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.Store;
import dev.headgate.model.store.StoreTransaction;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseGuardTest {
  private static final Defined FIRST =
      Defined.product("sales.shop")
          .dataset("sales.orders", d -> d.contract("1.0.0", "id", "total"))
          .dataset("sales.notes");
  private static final Defined SECOND =
      Defined.product("sales.shop")
          .dataset("sales.orders", d -> d.contract("2.0.0", "id", "net"))
          .dataset("sales.notes");

  private final FakeStore store = new FakeStore();
  private final AtomicInteger reads = new AtomicInteger();
  private ReleaseGuard guard;

  @BeforeEach
  void start() {
    apply(0, FIRST);
    insert(7, FIRST.build());
    guard = new ReleaseGuard(counted());
  }

  private Store counted() {
    return new Store() {
      @Override
      public <T> T transact(Function<StoreTransaction, T> work) {
        reads.incrementAndGet();
        return store.transact(work);
      }
    };
  }

  private void apply(long revision, Defined product) {
    Definitions definitions = Defined.all(product);
    store.transact(tx -> tx.definitions().apply(revision, definitions, "ana"));
  }

  private void insert(long id, Product product) {
    Release release =
        new Release(
            id,
            1,
            ProductName.parse("sales.shop"),
            ReleaseKind.OPEN,
            ReleaseState.BUILDING,
            Optional.empty(),
            List.of(),
            "f" + id,
            1,
            Optional.empty(),
            Optional.empty(),
            List.of("a test"),
            Map.of(),
            Map.of(),
            Map.of(),
            product.digest(),
            Optional.empty(),
            Optional.empty(),
            "ana",
            Instant.EPOCH,
            Optional.empty());
    store.transact(
        tx -> {
          tx.releases().insert(release);
          return release;
        });
  }

  private Optional<String> objection(
      String branch, String dataset, List<Field> before, List<Field> after, boolean newData) {
    return guard.objection(
        new Proposal(
            branch, DatasetName.parse(dataset), before, after, Optional.of(List.of()), newData));
  }

  private static List<Field> columns(String... names) {
    return Arrays.stream(names).map(n -> new Field(n, "long", false, List.of())).toList();
  }

  @Test
  void theSentenceNamesColumnContractAndWhatToDo() {
    assertThat(
            objection(
                "release-7", "sales.orders", List.of(), columns("id", "total", "note"), false))
        .contains(
            "sales.orders cannot be written like this on release-7: column 'note' (long) is not in"
                + " sales.orders.odcs.yaml 1.0.0, which has columns id, total. Write what the"
                + " contract says; or change the contract ('headgate plan' says which version that"
                + " makes), apply it, and start another release");
  }

  @Test
  void rowsNeedEveryColumn() {
    assertThat(objection("release-7", "sales.orders", List.of(), columns("id"), false)).isEmpty();
    assertThat(objection("release-7", "sales.orders", columns("id"), columns("id"), true))
        .hasValueSatisfying(s -> assertThat(s).contains("column 'total' is missing"));
    assertThat(objection("release-7", "sales.orders", columns("id"), columns("id", "total"), true))
        .isEmpty();
  }

  @Test
  void aViewNeedsEveryColumnAtOnce() {
    Proposal view =
        new Proposal(
            "release-7",
            DatasetName.parse("sales.orders"),
            List.of(),
            columns("id"),
            Optional.empty(),
            true);
    assertThat(guard.objection(view))
        .hasValueSatisfying(
            s ->
                assertThat(s)
                    .startsWith(
                        "sales.orders cannot be written like this on release-7: column 'total' is"
                            + " missing: sales.orders.odcs.yaml 1.0.0"));
  }

  @Test
  void whatWasThereBeforeMayBePutRightStepByStep() {
    List<Field> old = columns("id", "gross", "note");
    List<Field> half = columns("id", "note");
    assertThat(objection("release-7", "sales.orders", old, half, false)).isEmpty();
    assertThat(objection("release-7", "sales.orders", half, half, true)).isPresent();
    assertThat(objection("release-7", "sales.orders", half, old, false)).isPresent();
  }

  @Test
  void aReleaseKeepsTheContractsThatItWasStartedWith() {
    apply(1, SECOND);
    insert(8, SECOND.build());
    List<Field> first = columns("id", "total");
    List<Field> second = columns("id", "net");
    assertThat(objection("release-7", "sales.orders", List.of(), first, true)).isEmpty();
    assertThat(objection("release-7", "sales.orders", List.of(), second, true)).isPresent();
    assertThat(objection("release-8", "sales.orders", List.of(), first, true)).isPresent();
    assertThat(objection("release-8", "sales.orders", List.of(), second, true)).isEmpty();
  }

  @Test
  void theContractsOfAReleaseAreReadOnce() {
    for (int i = 0; i < 50; i++) {
      objection("release-7", "sales.orders", List.of(), columns("id", "total"), true);
      objection("release-7", "sales.notes", List.of(), columns("x"), true);
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void aReleaseThatComesLaterIsSeen() {
    assertThat(objection("release-9", "sales.orders", List.of(), columns("x"), true)).isEmpty();
    insert(9, FIRST.build());
    assertThat(objection("release-9", "sales.orders", List.of(), columns("x"), true)).isPresent();
  }

  @Test
  void whatHasNoContractTakesAnything() {
    for (String branch : List.of("release-7", "sandbox-ana", "release-x", "release-99")) {
      assertThat(objection(branch, "sales.notes", List.of(), columns("x"), true)).isEmpty();
    }
    assertThat(objection("sandbox-ana", "sales.orders", List.of(), columns("x"), true)).isEmpty();
  }
}
