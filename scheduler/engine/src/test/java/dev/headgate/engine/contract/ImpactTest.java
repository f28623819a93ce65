package dev.headgate.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.ProductName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImpactTest {
  private static final DatasetName FLIGHTS = DatasetName.parse("operations.flights");
  private static final DatasetName DAILY = DatasetName.parse("analytics.daily");
  private static final DatasetName FINES = DatasetName.parse("legal.fines");
  private static final ProductName LEGAL = ProductName.parse("legal.fines");
  private static final String BEFORE =
      "id:BIGINT, delay:integer!, to:object<iata:string>, gate:string";

  @Test
  void everyReaderIsListedButNotTheProducer() {
    assertThat(impacts("id:BIGINT", "2.0.0", Map.of(), Set.of()))
        .extracting(i -> i.consumer() + " " + i.dataset())
        .containsExactly("analytics.delays analytics.daily", "legal.fines legal.fines");
  }

  @Test
  void aMajorChangeWaitsForWhoHasNotAccepted() {
    List<Impact> impacts = impacts("id:BIGINT", "2.0.0", Map.of(), Set.of());
    assertThat(impacts).extracting(Impact::accepted).containsExactly(true, false);
    assertThat(impacts.get(0).accepts()).contains(Majors.parse("1-2"));
    assertThat(impacts.get(1).accepts()).isEmpty();
    assertThat(impacts("id:BIGINT", "3.0.0", Map.of(), Set.of()))
        .extracting(Impact::accepted)
        .containsExactly(false, false);
    assertThat(impacts("id:BIGINT", "2.0.0", Map.of(), Set.of(LEGAL)))
        .extracting(Impact::accepted)
        .containsExactly(true, true);
  }

  @Test
  void aMajorChangeWithinAMajorWaitsForAll() {
    assertThat(impacts("id:BIGINT", "1.9.0", Map.of(), Set.of()))
        .extracting(Impact::accepted)
        .containsExactly(false, false);
  }

  @Test
  void aMinorChangeWaitsForNobody() {
    List<Impact> impacts = impacts(BEFORE + ", note:string", "1.1.0", Map.of(), Set.of());
    assertThat(impacts).extracting(Impact::accepted).containsExactly(true, true);
    assertThat(impacts).allSatisfy(i -> assertThat(i.hits()).isEmpty());
    assertThat(impacts.get(0).sentence())
        .isEqualTo(
            "analytics.delays reads operations.flights for analytics.daily: nothing that it uses"
                + " changes for readers");
  }

  @Test
  void aNewMajorIsForAcceptingWhateverChanged() {
    assertThat(impacts(BEFORE, "2.0.0", Map.of(), Set.of()))
        .extracting(Impact::accepted)
        .containsExactly(true, false);
  }

  @Test
  void aReaderIsHitByTheColumnsThatItUses() {
    String after = "id:BIGINT, delay:integer, to:object<iata:STRING, city:string>, gate:string!";
    Map<DatasetName, Set<String>> used =
        Map.of(DAILY, Set.of("ID", "Delay"), FINES, Set.of("gate", "to"));
    List<Impact> impacts = impacts(after, "2.0.0", used, Set.of());
    assertThat(impacts.get(0).columns()).containsExactly("delay");
    assertThat(impacts.get(0).hits())
        .extracting(ContractChange::rule)
        .containsExactly(ChangeRule.REQUIRED_LOOSENED);
    assertThat(impacts.get(1).hits()).isEmpty();
    assertThat(impacts.get(1).accepted()).isFalse();
  }

  @Test
  void aFieldMeetsItsColumnAndTheOtherWayRound() {
    String without = "id:BIGINT, delay:integer!, to:object<city:string>, gate:string";
    Map<DatasetName, Set<String>> used =
        Map.of(DAILY, Set.of("to"), FINES, Set.of("tonnage", "to.iata"));
    assertThat(impacts(without, "2.0.0", used, Set.of()))
        .allSatisfy(i -> assertThat(i.columns()).containsExactly("to.iata"));
    String gone = "id:BIGINT, delay:integer!, gate:string";
    assertThat(impacts(gone, "2.0.0", used, Set.of()))
        .allSatisfy(i -> assertThat(i.columns()).containsExactly("to"));
    assertThat(impacts(gone, "2.0.0", Map.of(FINES, Set.of("tonnage")), Set.of()).get(1).columns())
        .isEmpty();
  }

  @Test
  void whoseColumnsAreUnknownIsHitByAll() {
    Impact legal = impacts("id:BIGINT", "2.0.0", Map.of(DAILY, Set.of()), Set.of()).get(1);
    assertThat(legal.columns()).containsExactly("delay", "to", "gate");
    assertThat(legal.sentence())
        .isEqualTo(
            "legal.fines reads operations.flights for legal.fines and has not accepted major 2:"
                + " column 'delay' is dropped: who reads it fails; column 'to' is dropped: who"
                + " reads it fails; column 'gate' is dropped: who reads it fails");
  }

  @Test
  void aChangeOfTheWholeDatasetHitsEveryone() {
    List<Impact> impacts =
        impacts(BEFORE + "; status deprecated", "1.1.0", Map.of(DAILY, Set.of("id")), Set.of());
    assertThat(impacts)
        .allSatisfy(
            i ->
                assertThat(i.hits())
                    .extracting(ContractChange::rule)
                    .containsExactly(ChangeRule.CONTRACT_DEPRECATED));
  }

  @Test
  void aContractThatIsGoneIsToldToEveryReader() {
    List<Impact> impacts =
        Impact.ofRemoval(definitions(), FLIGHTS, Notation.contract(BEFORE, "1.0.0"), Set.of(LEGAL));
    assertThat(impacts).extracting(Impact::accepted).containsExactly(false, true);
    assertThat(impacts.get(0).sentence())
        .isEqualTo(
            "analytics.delays reads operations.flights for analytics.daily, which has no contract"
                + " any more: orders.odcs.yaml 1.0.0 is gone");
  }

  private static List<Impact> impacts(
      String after, String version, Map<DatasetName, Set<String>> used, Set<ProductName> saidYes) {
    ContractDiff diff =
        ContractDiff.of(Notation.contract(BEFORE, "1.0.0"), Notation.contract(after, version));
    return Impact.of(definitions(), FLIGHTS, diff, used, new Consent(saidYes, Set.of()));
  }

  private static Definitions definitions() {
    return Defined.all(
        Defined.product("operations.flights")
            .dataset("operations.flights")
            .dataset("operations.late", "operations.flights"),
        Defined.product("analytics.delays")
            .dataset(
                "analytics.daily",
                d -> d.accepts("operations.flights", "1-2"),
                "operations.flights")
            .dataset("analytics.scores", "analytics.daily"),
        Defined.product("legal.fines").dataset("legal.fines", "operations.flights"));
  }
}
