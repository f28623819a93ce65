package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.source.Sources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that a schema can say of values, and the rule that comes of it. */
class ImpliedRulesTest {
  private static List<String> rules(String apiVersion, String properties) {
    String contract =
        """
        apiVersion: VERSION
        kind: DataContract
        id: orders
        version: 1.0.0
        status: active
        schema:
          - name: orders
            properties: [PROPERTIES]
        """
            .replace("VERSION", apiVersion)
            .replace("PROPERTIES", properties);
    String pipeline =
        """
        product: sales.orders
        datasets: {orders: {contract: orders.odcs.yaml, job: {type: open}}}
        """;
    return Samples.lines(
        Samples.parsed(
                Sources.of(
                    Map.of(
                        "domain.yaml", Samples.bytes("domain: sales\nowners: [ana]\n"),
                        "pipeline.yaml", Samples.bytes(pipeline),
                        "orders.odcs.yaml", Samples.bytes(contract))))
            .products()
            .values()
            .iterator()
            .next()
            .datasets()
            .get(0)
            .checks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "required: true | required(a): nullValues {column=a, mustBe=0}",
        "required: false |",
        "unique: true | unique(a): duplicateValues {column=a, mustBe=0}",
        "logicalType: string, logicalTypeOptions: {minLength: 2}"
            + " | minLength(a): invalidValues {arguments={minLength=2}, column=a, mustBe=0}",
        "logicalType: string, logicalTypeOptions: {maxLength: 2}"
            + " | maxLength(a): invalidValues {arguments={maxLength=2}, column=a, mustBe=0}",
        "logicalType: string, logicalTypeOptions: {pattern: x+}"
            + " | pattern(a): invalidValues {arguments={pattern=x+}, column=a, mustBe=0}",
        "logicalType: string, logicalTypeOptions: {format: hostname}"
            + " | format(a): invalidValues {arguments={format=hostname}, column=a, mustBe=0}",
        "logicalType: string, logicalTypeOptions: {format: password} |",
        "logicalType: integer, logicalTypeOptions: {minimum: 1}"
            + " | minimum(a): invalidValues {arguments={minimum=1}, column=a, mustBe=0}",
        "logicalType: integer, logicalTypeOptions: {maximum: 1}"
            + " | maximum(a): invalidValues {arguments={maximum=1}, column=a, mustBe=0}",
        "logicalType: integer, logicalTypeOptions: {exclusiveMinimum: 1}"
            + " | exclusiveMinimum(a): invalidValues {arguments={exclusiveMinimum=1}, column=a,"
            + " mustBe=0}",
        "logicalType: number, logicalTypeOptions: {exclusiveMaximum: 1.5}"
            + " | exclusiveMaximum(a): invalidValues {arguments={exclusiveMaximum=1.5}, column=a,"
            + " mustBe=0}",
        "logicalType: number, logicalTypeOptions: {multipleOf: 0.01}"
            + " | multipleOf(a): invalidValues {arguments={multipleOf=0.01}, column=a, mustBe=0}",
        "logicalType: integer, logicalTypeOptions: {format: u8}"
            + " | format(a): invalidValues {arguments={format=u8}, column=a, mustBe=0}",
        "logicalType: integer, logicalTypeOptions: {format: u64}"
            + " | format(a): invalidValues {arguments={format=u64}, column=a, mustBe=0}",
        "logicalType: integer, logicalTypeOptions: {format: i128} |",
        "logicalType: number, logicalTypeOptions: {format: f32} |",
        "logicalType: date, logicalTypeOptions: {minimum: '31.12.2020', format: dd.MM.yyyy}"
            + " | minimum(a): invalidValues {arguments={minimum=2020-12-31}, column=a, mustBe=0}",
        "logicalType: date, logicalTypeOptions: {exclusiveMaximum: '2021-01-01'}"
            + " | exclusiveMaximum(a): invalidValues {arguments={exclusiveMaximum=2021-01-01},"
            + " column=a, mustBe=0}",
        "logicalType: timestamp, logicalTypeOptions: {minimum: '2020-01-01T00:00:00+10:00'}"
            + " | minimum(a): invalidValues {arguments={minimum=2019-12-31T14:00:00Z}, column=a,"
            + " mustBe=0}",
        "logicalType: timestamp, logicalTypeOptions: {minimum: '2020-01-01 00:00:00+10:00',"
            + " format: 'yyyy-MM-dd HH:mm:ssZ'}"
            + " | minimum(a): invalidValues {arguments={minimum=2019-12-31T14:00:00Z}, column=a,"
            + " mustBe=0}",
        "logicalType: timestamp, logicalTypeOptions: {maximum: '2020-01-01T00:00:00Z',"
            + " format: 'yyyy-MM-ddTHH:mm:ssZ'}"
            + " | maximum(a): invalidValues {arguments={maximum=2020-01-01T00:00:00Z}, column=a,"
            + " mustBe=0}",
        "logicalType: time, logicalTypeOptions: {maximum: '23:59'}"
            + " | maximum(a): invalidValues {arguments={maximum=23:59:00}, column=a, mustBe=0}",
        "logicalType: array, logicalTypeOptions: {maxItems: 3}"
            + " | maxItems(a): invalidValues {arguments={maxItems=3}, column=a, mustBe=0}",
        "logicalType: array, logicalTypeOptions: {minItems: 3}"
            + " | minItems(a): invalidValues {arguments={minItems=3}, column=a, mustBe=0}",
        "logicalType: array, logicalTypeOptions: {uniqueItems: true}"
            + " | uniqueItems(a): invalidValues {arguments={uniqueItems=true}, column=a, mustBe=0}",
        "logicalType: array, logicalTypeOptions: {uniqueItems: false} |",
        "logicalType: object, logicalTypeOptions: {maxProperties: 5, required: [b]} |",
        "logicalType: integer, enum: [{value: 1}, {value: 2}]"
            + " | enum(a): invalidValues {arguments={validValues=[1, 2]}, column=a, mustBe=0}",
        "physicalName: b, required: true | required(b): nullValues {column=b, mustBe=0}",
        "relationships: [{to: orders.a}] | relationship(a -> sales.orders(a)): relationship"
            + " {arguments={columns=[a], dataset=sales.orders, properties=[a]}, mustBe=0}",
      })
  void oneRule(String said, String rule) {
    List<String> expected = rule == null ? List.of() : List.of(rule);
    assertThat(rules("v3.2.0", "{name: a, " + said + "}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{name: a, primaryKey: true} | required(a): nullValues {column=a, mustBe=0};"
            + " primaryKey(a): duplicateValues {column=a, mustBe=0}",
        "{name: a, primaryKey: true, required: true, unique: true}"
            + " | required(a): nullValues {column=a, mustBe=0};"
            + " primaryKey(a): duplicateValues {column=a, mustBe=0}",
        "{name: a, primaryKey: true, primaryKeyPosition: 2},"
            + " {name: b, primaryKey: true, primaryKeyPosition: 1}"
            + " | required(a): nullValues {column=a, mustBe=0};"
            + " required(b): nullValues {column=b, mustBe=0};"
            + " primaryKey(b, a): duplicateValues {arguments={properties=[b, a]}, mustBe=0}",
        "{name: a, primaryKey: true}, {name: b, primaryKey: true}"
            + " | required(a): nullValues {column=a, mustBe=0};"
            + " required(b): nullValues {column=b, mustBe=0};"
            + " primaryKey(a, b): duplicateValues {arguments={properties=[a, b]}, mustBe=0}",
        "{name: o, logicalType: object, properties: [{name: f, required: true}]}"
            + " | required(o.f): sql {mustBe=0, query=SELECT count(*) FROM {object} WHERE `o` IS"
            + " NOT NULL AND `o`.`f` IS NULL}",
        "{name: o, properties: [{name: f, logicalType: integer,"
            + " logicalTypeOptions: {minimum: 0, maximum: 9}}]}"
            + " | maximum(o.f): invalidValues {arguments={maximum=9}, column=o.f, mustBe=0};"
            + " minimum(o.f): invalidValues {arguments={minimum=0}, column=o.f, mustBe=0}",
        "{name: l, items: {logicalType: object, properties: [{name: f, required: true}]}} |",
      })
  void severalRules(String properties, String rules) {
    List<String> expected = rules == null ? List.of() : List.of(rules.split("; ", -1));
    assertThat(rules("v3.1.0", properties)).containsExactlyInAnyOrderElementsOf(expected);
  }
}
