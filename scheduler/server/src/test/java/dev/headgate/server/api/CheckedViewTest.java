package dev.headgate.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedViewTest {
  private static final Instant NOW = Instant.parse("2001-07-01T06:00:00Z");

  private static Waiver waiver(long id) {
    return new Waiver(
        id,
        "rows",
        "sales",
        "it is repaired",
        "ana",
        NOW,
        NOW.plus(Duration.ofDays(30)),
        Optional.empty(),
        Optional.empty());
  }

  private static Finding waived(long by) {
    return new Finding(
        Optional.empty(),
        "rows",
        CheckSpec.Severity.ERROR,
        Finding.Outcome.WAIVED,
        CheckSpec.Origin.PIPELINE,
        Optional.of("0"),
        "0 rows, expected greater than 0",
        Optional.empty(),
        Optional.of(by),
        Optional.empty());
  }

  @Test
  void aPlaceThatIsKnownIsWithTheFinding() {
    Place place = new Place("contracts/flights.odcs.yaml", 31, 7);
    FindingView view = FindingView.of(waived(2).at(Optional.of(place)));

    assertThat(view.file()).contains("contracts/flights.odcs.yaml");
    assertThat(view.line()).contains(31);
    assertThat(view.column()).contains(7);
  }

  @Test
  void whereOnlyTheFileIsKnownThereIsNoLine() {
    Finding finding =
        new Finding(
            DatasetName.parse("sales.orders"),
            "rows",
            CheckSpec.Severity.ERROR,
            Finding.Outcome.FAILED,
            new CheckSpec.Origin(CheckSpec.Origin.Kind.CONTRACT, "orders.odcs.yaml 1.2.0"),
            "m");

    assertThat(FindingView.of(finding).file()).contains("orders.odcs.yaml");
    assertThat(FindingView.of(finding).line()).isEmpty();
    assertThat(FindingView.of(finding).column()).isEmpty();
    assertThat(FindingView.of(waived(2)).file()).isEmpty();
  }

  @Test
  void theWaiversThatFindingsNameAreWithThem() {
    CheckedProduct product =
        new CheckedProduct(
            new ProductName("sales", "orders"), "main", List.of(waived(2), waived(2)), List.of());

    CheckedView view = CheckedView.of(List.of(product), List.of(waiver(1), waiver(2)), NOW);

    assertThat(view.waivers()).extracting(WaiverView::id).containsExactly(2L);
    assertThat(view.waivers().get(0).inForce()).isTrue();
  }
}
