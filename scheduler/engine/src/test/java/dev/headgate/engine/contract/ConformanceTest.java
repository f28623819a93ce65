package dev.headgate.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.lake.TableDescription.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest {
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          id:BIGINT!, name:string | id:long, name:string! | ""
          id:BIGINT, name:string | name:string, id:long | ""
          id:BIGINT | ID:long | ""
          id:BIGINT | id:int | TYPE id
          id:BIGINT | "" | MISSING id
          id:BIGINT | id:long, name:string | EXTRA name
          id:BIGINT | nr:long | MISSING id, EXTRA nr
          id:BIGINT | id:long, ID:long | EXTRA ID
          id:BIGINT, Id:BIGINT | id:long, Id:long | ""
          id:BIGINT, Id:BIGINT | id:long | MISSING Id
          id:? | id:uuid | ""
          "" | id:uuid, x:int | ""
          a:object<zip:string, city:string> | a:struct<zip:string, city:string> | ""
          a:object<zip:string, city:string> | a:struct<zip:int, no:int> | TYPE a.zip, MISSING a.city, EXTRA a.no
          a:object | a:struct<zip:int, no:int> | ""
          a:object<zip:string> | a:map<key:string, value:string> | MISSING a.zip, EXTRA a.key, EXTRA a.value
          a:object<zip:string> | a:variant | TYPE a
          a:STRUCT<zip: STRING> | a:struct<zip:string> | ""
          a:STRUCT<zip: STRING> | a:struct<zip:long> | TYPE a.zip
          t:array<element:string> | t:list<element:string> | ""
          t:array<element:string> | t:list<element:int> | TYPE t.element
          t:ARRAY<BIGINT> | t:list<element:int> | TYPE t.element
          t:array<element:object<x:date>> | t:list<element:struct<x:date, y:date>> | EXTRA t.element.y
          m:map<key:string, value:integer> | m:map<key:string!, value:long> | ""
          m:map<key:string, value:integer> | m:map<key:string!, value:double> | TYPE m.value
          m:MAP<STRING, STRING> | m:map<key:int!, value:string> | TYPE m.key
          """)
  void aTableAgainstItsContract(String contract, String fields, String expected) {
    List<Mismatch> found =
        Conformance.findings(contract(contract), FieldNotation.fields(fields), List.of());
    assertThat(
            found.stream().map(m -> m.kind() + " " + m.column()).collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          day:date, id:BIGINT | day(day) | true
          day:date%1, id:BIGINT | day(day) | true
          day:date%1, id:BIGINT | Day | true
          day:date%1, id:BIGINT | void(id), month(day) | true
          day:date%1, id:BIGINT%2 | day, bucket[16](id) | true
          day:date%2, id:BIGINT%1 | bucket[16](id), day | true
          day:date%1, id:BIGINT | "" | false
          day:date%1, id:BIGINT | void(day) | false
          day:date%1, id:BIGINT | id | false
          day:date%1, id:BIGINT%2 | id, day | false
          day:date%1, id:BIGINT | day, id | false
          """)
  void thePartitionKeyCountsByColumnsAndOrder(String contract, String partition, boolean same) {
    List<Mismatch> found =
        Conformance.findings(
            contract(contract),
            FieldNotation.fields("day:date, id:long"),
            FieldNotation.partition(partition));
    assertThat(found.isEmpty()).isEqualTo(same);
  }

  @Test
  void aSentenceNamesColumnFindingAndContract() {
    List<Mismatch> found =
        Conformance.findings(
            contract("id:BIGINT, zip:string, day:date%1"),
            FieldNotation.fields("id:int, day:date, note:string"),
            List.of());
    assertThat(found)
        .extracting(Mismatch::sentence)
        .containsExactly(
            "column 'id' is int, but orders.odcs.yaml 1.2.0 wants BIGINT (long)",
            "column 'zip' is missing: orders.odcs.yaml 1.2.0 wants it as string (string or uuid)",
            "column 'note' (string) is not in orders.odcs.yaml 1.2.0, which has columns id, zip, day",
            "the table is not partitioned, but orders.odcs.yaml 1.2.0 wants it by day");
  }

  @Test
  void whatNoLaterStepPutsRightIsRefusedAtOnce() {
    assertThat(objection("id:BIGINT, zip:string", "id:int, zip:string", false))
        .contains("column 'id' is int, but orders.odcs.yaml 1.2.0 wants BIGINT (long)");
    assertThat(objection("id:BIGINT", "id:long, zip:string", false))
        .hasValueSatisfying(s -> assertThat(s).startsWith("column 'zip' (string) is not in"));
  }

  @Test
  void aTableIsMadeStepByStepUntilItHasData() {
    assertThat(objection("id:BIGINT, day:date%1", "id:long", false)).isEmpty();
    assertThat(objection("id:BIGINT, day:date%1", "id:long", true))
        .contains(
            "column 'day' is missing: orders.odcs.yaml 1.2.0 wants it as date; the table is not"
                + " partitioned, but orders.odcs.yaml 1.2.0 wants it by day");
    assertThat(objection("id:BIGINT", "id:long", true)).isEmpty();
  }

  @Test
  void aTableOfAnEarlierVersionIsChangedStepByStep() {
    Contract contract = contract("id:BIGINT, zip:string");
    List<Field> first = FieldNotation.fields("id:int, note:string");
    List<Field> second = FieldNotation.fields("id:int, note:string, zip:string");
    List<Field> third = FieldNotation.fields("id:int, zip:string");
    assertThat(Conformance.objection(contract, first, second, Optional.of(List.of()), false))
        .isEmpty();
    assertThat(Conformance.objection(contract, second, third, Optional.of(List.of()), false))
        .isEmpty();
    assertThat(Conformance.objection(contract, third, third, Optional.of(List.of()), true))
        .hasValueSatisfying(s -> assertThat(s).startsWith("column 'id' is int"));
    List<Field> other = FieldNotation.fields("id:string, zip:string");
    assertThat(Conformance.objection(contract, third, other, Optional.of(List.of()), false))
        .hasValueSatisfying(s -> assertThat(s).startsWith("column 'id' is string"));
  }

  @Test
  void aViewIsAskedForItsColumnsAndForNoPartitionKey() {
    Contract contract = contract("id:BIGINT, code:BIGINT!, day:date%1");
    assertThat(Conformance.ofView(contract, FieldNotation.fields("id:long, code:long, day:date")))
        .isEmpty();
    assertThat(Conformance.ofView(contract, FieldNotation.fields("id:int, code:long, note:int")))
        .extracting(m -> m.kind() + " " + m.column())
        .containsExactly("TYPE id", "MISSING day", "EXTRA note");
    assertThat(
            Conformance.objection(
                contract, List.of(), FieldNotation.fields("id:long"), Optional.empty(), true))
        .contains(
            "column 'code' is missing: orders.odcs.yaml 1.2.0 wants it as BIGINT (long); column"
                + " 'day' is missing: orders.odcs.yaml 1.2.0 wants it as date");
  }

  @Test
  void anObjectionStaysReadable() {
    assertThat(objection("id:BIGINT", "a:int, b:int, c:int, d:int, e:int", false))
        .hasValueSatisfying(s -> assertThat(s).contains("'a'", "'c'").endsWith("; and 2 more"));
    String wide = "a:INT, b:INT, c:INT, d:INT, e:INT, f:INT, g:INT, h:INT, i:INT";
    assertThat(objection(wide, "z:int", false))
        .hasValueSatisfying(
            s -> assertThat(s).endsWith("which has columns a, b, c, d, e, f, g, h, …"));
  }

  private static Optional<String> objection(String contract, String fields, boolean withData) {
    return Conformance.objection(
        contract(contract), FieldNotation.fields(fields), List.of(), withData);
  }

  private static Contract contract(String text) {
    return Notation.contract(text, "1.2.0");
  }
}
