package dev.headgate.server.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.ContractParser;
import dev.headgate.definitions.contract.FirstContract;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.source.Sources;
import dev.headgate.engine.contract.Conformance;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.ColumnBounds;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.lake.TableDescription.PartitionKey;
import dev.headgate.model.product.DatasetName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A drafted contract is one, and its table keeps it. */
class FirstContractTest {
  private static final List<Field> FIELDS = fields();

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (String type :
        List.of(
            "boolean",
            "int",
            "long",
            "float",
            "double",
            "decimal(10, 2)",
            "date",
            "time",
            "timestamp",
            "timestamptz",
            "string",
            "uuid",
            "fixed[16]",
            "binary")) {
      fields.add(plain("of_" + type.replaceAll("\\W", "_"), type));
    }
    fields.add(plain("off", "string"));
    fields.add(plain("it's odd: #1", "string"));
    fields.add(
        new Field(
            "address",
            "struct",
            false,
            List.of(plain("zip", "string"), plain("since", "timestamptz"))));
    fields.add(new Field("tags", "list", false, List.of(plain("element", "decimal(4, 1)"))));
    fields.add(
        new Field("counts", "map", false, List.of(plain("key", "string"), plain("value", "long"))));
    return fields;
  }

  private static Field plain(String name, String type) {
    return new Field(name, type, name.equals("of_int"), List.of());
  }

  private static TableDescription table() {
    ColumnBounds none = new ColumnBounds(OptionalLong.of(0), Optional.empty(), Optional.empty());
    ColumnBounds two = new ColumnBounds(OptionalLong.of(2), Optional.empty(), Optional.empty());
    return new TableDescription(
        FIELDS,
        List.of(new PartitionKey("of_string", "identity"), new PartitionKey("of_date", "month")),
        OptionalLong.of(1),
        Optional.empty(),
        OptionalLong.of(7),
        Map.of("of_long", none, "of_double", two),
        OptionalLong.empty(),
        Optional.empty());
  }

  @Test
  void everyTypeIsWrittenAsTheTableHasIt() {
    String text = FirstContract.of(DatasetName.parse("lake.things"), table());
    ContractParser.Result parsed =
        ContractParser.parse(
            Sources.of(Map.of("x.odcs.yaml", text.getBytes(StandardCharsets.UTF_8))),
            new Extensions(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()));
    assertThat(parsed.problems()).as(text).isEmpty();
    Contract contract = parsed.contracts().get(0);
    assertThat(Conformance.findings(contract, FIELDS, table().partition())).isEmpty();
    assertThat(contract.columns())
        .extracting(Column::name)
        .containsExactlyElementsOf(FIELDS.stream().map(Field::name).toList());
    assertThat(contract.columns().stream().filter(Column::required).map(Column::name))
        .containsExactly("of_int", "of_long");
    assertThat(Conformance.findings(contract, FIELDS.subList(1, FIELDS.size()), List.of()))
        .as("a contract that any table keeps is none")
        .hasSize(2);
  }
}
