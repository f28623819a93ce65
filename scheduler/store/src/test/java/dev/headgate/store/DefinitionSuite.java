package dev.headgate.store;

import static dev.headgate.store.Samples.DELAYS;
import static dev.headgate.store.Samples.definitions;
import static dev.headgate.store.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.Digests;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

abstract class DefinitionSuite extends StoreSuite {
  private final Product first = product(DELAYS, "select 1");
  private final Product second = product(DELAYS, "select 2");

  DefinitionSuite(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void thereIsNothingBeforeTheFirstRevision() {
    assertThat(this.<Definitions>read(t -> t.definitions().current())).isEqualTo(Definitions.EMPTY);
    assertThat(this.<Long>read(t -> t.definitions().revision())).isZero();
  }

  @Test
  void theNewestRevisionIsWhatWasApplied() {
    Definitions applied = definitions(first, "select 1", "ünïcode \n\t");

    assertThat(this.<Long>read(t -> t.definitions().apply(0, applied, "ana"))).isEqualTo(1);
    assertThat(this.<Definitions>read(t -> t.definitions().current())).isEqualTo(applied);
    assertThat(
            JdbcStore.open(database.source()).<Definitions>transact(t -> t.definitions().current()))
        .isEqualTo(applied);

    Definitions changed = definitions(second, "select 2");
    assertThat(this.<Long>read(t -> t.definitions().apply(1, changed, "ana"))).isEqualTo(2);
    assertThat(this.<Definitions>read(t -> t.definitions().current())).isEqualTo(changed);
    assertThat(this.<Long>read(t -> t.definitions().revision())).isEqualTo(2);
  }

  @Test
  void descriptorsPoliciesAndTermsComeBack() {
    Definitions applied = Samples.governed(first, "select 1");
    assertThat(applied.descriptors()).isNotEmpty();
    assertThat(applied.policies()).isNotEmpty();
    assertThat(applied.glossary()).isNotEmpty();

    write(t -> t.definitions().apply(0, applied, "ana"));

    assertThat(
            JdbcStore.open(database.source()).<Definitions>transact(t -> t.definitions().current()))
        .isEqualTo(applied);
  }

  @Test
  void aProductAndAFileAreFoundAfterTheyWereDropped() {
    write(t -> t.definitions().apply(0, definitions(first, "select 1"), "ana"));
    write(t -> t.definitions().apply(1, definitions(second, "select 2"), "ana"));
    write(t -> t.definitions().apply(2, Definitions.EMPTY, "ana"));

    assertOne(t -> t.definitions().product(first.digest())).contains(first);
    assertOne(t -> t.definitions().product(second.digest())).contains(second);
    assertOne(t -> t.definitions().product("none")).isEmpty();
    assertOne(t -> t.definitions().file(Digests.sha256("select 1"))).contains("select 1");
    assertOne(t -> t.definitions().file("none")).isEmpty();
    assertThat(this.<Definitions>read(t -> t.definitions().current())).isEqualTo(Definitions.EMPTY);
  }

  @Test
  void whoMadeADatasetIsKnownAfterItWasDropped() {
    Dataset made = first.datasets().get(0);
    assertThat(this.<Set<ProductName>>read(t -> t.definitions().makers(made.name()))).isEmpty();
    write(t -> t.definitions().apply(0, definitions(first, "select 1"), "ana"));
    write(t -> t.definitions().apply(1, definitions(second, "select 2"), "ana"));
    write(t -> t.definitions().apply(2, Definitions.EMPTY, "ana"));
    assertThat(this.<Set<ProductName>>read(t -> t.definitions().makers(made.name())))
        .containsExactly(DELAYS);
  }

  @Test
  void contentIsKeptOnceForAllRevisions() {
    for (int revision = 0; revision < 5; revision++) {
      long expected = revision;
      write(t -> t.definitions().apply(expected, definitions(first, "select 1", "b"), "ana"));
    }

    assertThat(database.count("hg_bundle_file")).isEqualTo(2);
    assertThat(database.count("hg_product_definition")).isEqualTo(1);
    assertThat(database.count("hg_revision")).isEqualTo(5);
  }

  @Test
  void oneOfEightConcurrentAppliesWins() {
    List<Optional<ErrorCode>> outcomes =
        atOnce(
            THREADS,
            () -> {
              try {
                write(t -> t.definitions().apply(0, definitions(first, "select 1"), "ana"));
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
  void whatWasRolledBackIsNotRemembered() {
    HeadgateException refusal =
        refusal(
            t -> {
              t.definitions().apply(0, definitions(first, "select 1"), "ana");
              assertThat(t.definitions().current().products()).containsKey(DELAYS);
              throw new HeadgateException(ErrorCode.NOT_ALLOWED, "no");
            });
    assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
    assertThat(this.<Definitions>read(t -> t.definitions().current())).isEqualTo(Definitions.EMPTY);

    Definitions other = definitions(second, "select 2");
    write(t -> t.definitions().apply(0, other, "ana"));
    assertThat(this.<Definitions>read(t -> t.definitions().current())).isEqualTo(other);
  }

  @Test
  void aFileUnderAnothersDigestIsRefused() {
    Definitions wrong = new Definitions(Map.of(), Map.of(), Map.of(Digests.sha256("a"), "b"));

    HeadgateException refusal = refusal(t -> t.definitions().apply(0, wrong, "ana"));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_DEFINITION);
    assertThat(this.<Long>read(t -> t.definitions().revision())).isZero();
  }

  @Test
  void thousandsOfLargeFilesAreReadBack() {
    Map<String, String> bundle = new HashMap<>();
    for (int i = 0; i < 1200; i++) {
      String content = "select " + i;
      bundle.put(Digests.sha256(content), content);
    }
    String large = "x".repeat(2_000_000);
    bundle.put(Digests.sha256(large), large);
    Definitions applied = new Definitions(Map.of(), Map.of(), bundle);

    write(t -> t.definitions().apply(0, applied, "ana"));

    assertThat(this.<Definitions>read(t -> t.definitions().current())).isEqualTo(applied);
  }
}
