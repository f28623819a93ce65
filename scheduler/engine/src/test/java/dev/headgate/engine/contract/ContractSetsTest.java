package dev.headgate.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.contract.ContractSets.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contracts of two files or folders, each {@code COLUMNS; id ID; object NAME; version V}. */
class ContractSetsTest {
  private static final String ORDERS = "id:BIGINT; id shop; object orders; version ";
  private static final String LINES = "id:BIGINT; id shop; object lines; version ";
  private static final String STOCK = "id:BIGINT; id stock; object stock; version ";

  @Test
  void inFoldersContractsBelongTogetherByIdAndObject() {
    ContractSets sets =
        ContractSets.ofFolders(
            List.of(entry(ORDERS + "1.0.0"), entry(STOCK + "1.0.0")),
            List.of(entry(STOCK + "1.0.0"), entry(ORDERS + "1.0.0")));
    assertThat(sets.pairs()).hasSize(2).allMatch(pair -> pair.changes().isEmpty());
    assertThat(sets.alone()).isEmpty();
  }

  @Test
  void anObjectThatGoesIsMajorForItsDocument() {
    List<Entry> before = List.of(entry(ORDERS + "1.2.0"), entry(LINES + "1.2.0"));

    OneSided gone = alone(before, List.of(entry(ORDERS + "1.3.0")));
    assertThat(gone.change().rule()).isEqualTo(ChangeRule.DATASET_REMOVED);
    assertThat(gone.change().level()).isEqualTo(Level.MAJOR);
    assertThat(gone.isAdded()).isFalse();
    assertThat(gone.objection().map(Objection::toString))
        .contains(
            "orders.odcs.yaml: version 1.3.0 is too low: after 1.2.0 expected at least 2.0.0, for"
                + " this change is major: dataset-removed, dataset 'lines' is there no more:"
                + " nothing is promised of it any more");
    assertThat(alone(before, List.of(entry(ORDERS + "2.0.0"))).objection()).isEmpty();
  }

  @Test
  void aDocumentThatGoesIsRetiredFirst() {
    List<Entry> after = List.of(entry(ORDERS + "1.0.0"));
    String gone = "id:BIGINT; id stock; object stock; version 1.0.0";

    OneSided dropped = alone(List.of(after.get(0), entry(gone)), after);
    assertThat(dropped.change().level()).isEqualTo(Level.MAJOR);
    assertThat(dropped.objection().map(Objection::toString))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .contains("no contract has the id 'stock' any more")
                    .contains("expected it as version 2.0.0 or later with status retired first"));
    OneSided retired = alone(List.of(after.get(0), entry(gone + "; status retired")), after);
    assertThat(retired.change().level()).isEqualTo(Level.MAJOR);
    assertThat(retired.objection()).isEmpty();
  }

  @Test
  void anObjectThatComesIsMinorForItsDocument() {
    List<Entry> before = List.of(entry(ORDERS + "1.2.0"));

    OneSided come = alone(before, List.of(entry(ORDERS + "1.2.0"), entry(LINES + "1.2.0")));
    assertThat(come.change().rule()).isEqualTo(ChangeRule.DATASET_ADDED);
    assertThat(come.change().level()).isEqualTo(Level.MINOR);
    assertThat(come.isAdded()).isTrue();
    assertThat(come.demanded()).hasToString("1.3.0");
    assertThat(come.objection()).isPresent();
    assertThat(
            alone(before, List.of(entry(ORDERS + "1.3.0"), entry(LINES + "1.3.0")))
                .objection()
                .map(Objection::toString))
        .isEmpty();
    assertThat(
            alone(before, List.of(entry(ORDERS + "1.2.0"), entry(STOCK + "0.1.0")))
                .objection()
                .map(Objection::toString))
        .as("a document of its own")
        .isEmpty();
  }

  @Test
  void inFoldersAnObjectWithAnotherNameIsAnother() {
    ContractSets sets =
        ContractSets.ofFolders(List.of(entry(ORDERS + "1.0.0")), List.of(entry(LINES + "1.1.0")));
    assertThat(sets.pairs()).isEmpty();
    assertThat(sets.alone())
        .extracting(alone -> alone.change().rule())
        .containsExactly(ChangeRule.DATASET_ADDED, ChangeRule.DATASET_REMOVED);
  }

  @Test
  void theTableCountsNotWhatItsObjectIsCalled() {
    ContractSets sets =
        ContractSets.ofFolders(
            List.of(entry(ORDERS + "1.0.0", "sales_orders")),
            List.of(entry("id:BIGINT; id shop; object purchases; version 1.0.1", "sales_orders")));
    assertThat(sets.alone()).isEmpty();
    assertThat(rules(sets.pairs().get(0))).containsExactly(ChangeRule.DOCUMENTATION_CHANGED);
  }

  @Test
  void twoFilesAreOneDocumentWhateverItIsCalled() {
    List<Entry> before = List.of(entry(ORDERS + "1.0.0"), entry(LINES + "1.0.0"));
    List<Entry> after =
        List.of(
            entry("id:BIGINT; id purchases; object orders; version 1.1.0"),
            entry("id:BIGINT; id purchases; object lines; version 1.1.0"));

    ContractSets sets = ContractSets.ofFiles(before, after);
    assertThat(sets.alone()).isEmpty();
    assertThat(sets.pairs())
        .hasSize(2)
        .allSatisfy(
            pair -> assertThat(rules(pair)).containsExactly(ChangeRule.CONTRACT_IDENTIFIED));
    assertThat(ContractSets.ofFiles(before, after.subList(0, 1)).alone())
        .singleElement()
        .satisfies(gone -> assertThat(gone.objection()).isPresent());
  }

  @Test
  void theOnlyObjectsOfTwoFilesAreComparedAndARenameIsMajor() {
    List<Entry> before = List.of(entry("name:string; id shop; object orders; version 1.0.0"));
    List<Entry> after =
        List.of(entry("name:string'what'; id shop; object purchases; version 1.1.0"));

    ContractDiff diff = ContractSets.ofFiles(before, after).pairs().get(0);
    assertThat(rules(diff))
        .containsExactly(ChangeRule.DATASET_RENAMED, ChangeRule.DOCUMENTATION_CHANGED);
    assertThat(diff.changes().get(0).sentence())
        .isEqualTo(
            "dataset 'orders' is now called 'purchases': who reads or writes it by its old name"
                + " fails");
    assertThat(diff.level()).contains(Level.MAJOR);
    assertThat(diff.demanded()).hasToString("2.0.0");
    assertThat(diff.objection()).isPresent();
  }

  private static OneSided alone(List<Entry> before, List<Entry> after) {
    List<OneSided> alone = ContractSets.ofFolders(before, after).alone();
    assertThat(alone).hasSize(1);
    return alone.get(0);
  }

  private static List<ChangeRule> rules(ContractDiff diff) {
    return diff.changes().stream().map(ContractChange::rule).toList();
  }

  private static Entry entry(String notation, String... tables) {
    var contract = Notation.contract(notation, "1.0.0");
    Set<String> all = new HashSet<>(List.of(tables));
    all.add(contract.object());
    return new Entry(contract, all);
  }
}
