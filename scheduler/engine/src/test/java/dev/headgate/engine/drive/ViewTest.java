package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset that is an Iceberg view: its columns are compared with its contract, too. */
class ViewTest {
  private static final String P = "sales.orders";
  private static final DatasetName ORDERS = DatasetName.parse(P);

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private Release built(Field... columns) {
    world.lake.viewOf("release-1", ORDERS, Arrays.asList(columns));
    world.apply(
        Defined.product(P)
            .onAnyInput()
            .dataset(P, d -> d.contract("1.0.0", "id", "total"), "landing.files"));
    world.commit("landing.files", "june");
    return world.latest(P);
  }

  private static Field column(String name) {
    return new Field(name, "long", false, List.of());
  }

  @Test
  void oneThatIsAsPromisedIsPromoted() {
    Release release = built(column("total"), column("id"));
    assertThat(release.state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(world.verdict(release.id()).results())
        .filteredOn(f -> f.rule().equals("schema"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.outcome()).isEqualTo(Outcome.PASSED);
              assertThat(f.message())
                  .isEqualTo(
                      "2 columns as promised; it is a view, which is not asked for a partition"
                          + " key");
              assertThat(f.evidence())
                  .contains(new Finding.Evidence(Finding.Source.METADATA, true));
            });
  }

  @Test
  void oneThatIsNotIsHeld() {
    Release release = built(column("id"), column("note"));
    assertThat(release.state()).isEqualTo(ReleaseState.HELD);
    assertThat(release.blockedBy())
        .containsExactly(
            "check 'schema' of sales.orders: column 'total' is missing: sales.orders.odcs.yaml"
                + " 1.0.0 wants it as BIGINT (long)",
            "check 'schema' of sales.orders: column 'note' (long) is not in"
                + " sales.orders.odcs.yaml 1.0.0, which has columns id, total");
    assertThat(world.main(P)).isEmpty();
  }
}
