package dev.headgate.definitions.contract;

import static dev.headgate.definitions.contract.ApiVersion.V3_0_0;
import static dev.headgate.definitions.contract.ApiVersion.V3_1_0;
import static dev.headgate.definitions.contract.ApiVersion.V3_2_0;
import static dev.headgate.definitions.shape.Shape.Plain.ANY;
import static dev.headgate.definitions.shape.Shape.Plain.FLAG;
import static dev.headgate.definitions.shape.Shape.Plain.ID;
import static dev.headgate.definitions.shape.Shape.Plain.NAME;
import static dev.headgate.definitions.shape.Shape.Plain.SINGLE;
import static dev.headgate.definitions.shape.Shape.Plain.TEXT;
import static dev.headgate.definitions.shape.Shape.Plain.WHOLE;

import dev.headgate.definitions.bitol.ShapeBuilder;
import dev.headgate.definitions.check.CheckReader;
import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Either;
import dev.headgate.definitions.shape.Shape.Fields;
import dev.headgate.definitions.shape.Shape.Items;
import dev.headgate.definitions.shape.Shape.Later;
import dev.headgate.definitions.shape.Shape.Words;
import java.util.ArrayList;
import java.util.List;

/** The keys of schema objects, properties and quality rules. */
final class SchemaShapes {
  private static final List<String> DIMENSIONS =
      List.of(
          "accuracy",
          "completeness",
          "conformity",
          "consistency",
          "coverage",
          "timeliness",
          "uniqueness",
          "ac",
          "cp",
          "cf",
          "cs",
          "cv",
          "tm",
          "uq");

  private final ApiVersion version;
  private final CommonShapes common;
  private final Fields rule;
  private final Shape property;

  /** Of a list's items, a map's keys and values: they need no name. */
  private final Shape part;

  SchemaShapes(ApiVersion version, CommonShapes common) {
    this.version = version;
    this.common = common;
    this.rule = ruleKeys();
    this.property = propertyKeys(element("a property").need("name", NAME)).build();
    this.part = propertyKeys(element("a property").key("name", NAME)).build();
  }

  Shape object() {
    return element("a schema object")
        .need("name", NAME)
        .key("physicalName", NAME)
        .key("logicalType", new Words(List.of("object")))
        .doc("dataGranularityDescription", TEXT)
        .key("properties", new Items(property(), 0))
        .key("quality", new Items(rule(), 0))
        .since(V3_1_0)
        .key("relationships", new Items(relationship().need("from", reference()).build(), 0))
        .since(V3_2_0)
        .doc("context", common.context())
        .build();
  }

  private ShapeBuilder element(String what) {
    return common
        .withId(what)
        .named("name")
        .doc("physicalType", TEXT)
        .doc("description", TEXT)
        .doc("businessName", TEXT)
        .doc("authoritativeDefinitions", common.links())
        .doc("tags", common.tags())
        .doc("customProperties", common.customProperties())
        .since(V3_2_0)
        .doc("synonyms", synonyms())
        .since(V3_0_0);
  }

  private Shape synonyms() {
    return new Items(
        common
            .withId("a synonym")
            .need("synonym", NAME)
            .doc("description", TEXT)
            .doc("locale", TEXT)
            .doc("source", TEXT)
            .doc("status", TEXT)
            .doc("customProperties", common.customProperties())
            .build(),
        0);
  }

  private Shape property() {
    return property;
  }

  private Shape part() {
    return part;
  }

  /** A rule; what decides what it measures is left to the reader of checks. */
  Fields rule() {
    return rule;
  }

  /** The logical types that a version has. */
  static List<String> types(ApiVersion version) {
    List<String> types =
        new ArrayList<>(
            List.of("string", "date", "number", "integer", "object", "array", "boolean"));
    if (version.isAtLeast(V3_1_0)) {
      types.addAll(List.of("timestamp", "time"));
    }
    if (version.isAtLeast(V3_2_0)) {
      types.add("map");
    }
    return types;
  }

  private ShapeBuilder propertyKeys(ShapeBuilder property) {
    return property
        .key("physicalName", NAME)
        .key("logicalType", new Words(types(version)))
        .key("logicalTypeOptions", ANY)
        .key("primaryKey", FLAG)
        .key("primaryKeyPosition", WHOLE)
        .key("required", FLAG)
        .key("unique", FLAG)
        .key("partitioned", FLAG)
        .key("partitionKeyPosition", WHOLE)
        .key("classification", NAME)
        .doc("encryptedName", TEXT)
        .doc("transformSourceObjects", new Items(TEXT, 0))
        .doc("transformLogic", TEXT)
        .doc("transformDescription", TEXT)
        .doc("examples", new Items(ANY, 0))
        .doc("criticalDataElement", FLAG)
        .key("quality", new Items(rule(), 0))
        .key("properties", new Items(new Later(this::property), 0))
        .key("items", new Later(this::part))
        .since(V3_1_0)
        .key(
            "relationships",
            new Items(
                relationship()
                    .refuse(
                        "from", "is the property itself here: expected the relationship without it")
                    .build(),
                0))
        .since(V3_2_0)
        .key("semanticType", new Words(List.of("column", "measure", "dimension")))
        .key("enum", new Items(allowed(), 1))
        .key(
            "map",
            common
                .of("a map")
                .need("key", new Later(this::part))
                .need("value", new Later(this::part))
                .build());
  }

  private Shape allowed() {
    return common
        .of("an allowed value")
        .need("value", SINGLE)
        .doc("id", ID)
        .doc("label", TEXT)
        .doc("description", TEXT)
        .doc("customProperties", common.customProperties())
        .doc("authoritativeDefinitions", common.links())
        .doc("tags", common.tags())
        .build();
  }

  private ShapeBuilder relationship() {
    return common
        .withId("a relationship")
        .key("type", new Words(List.of("foreignKey")))
        .need("to", reference())
        .doc("description", TEXT)
        .doc("customProperties", common.customProperties());
  }

  private static Shape reference() {
    return new Either(NAME, new Items(NAME, 1));
  }

  private Fields ruleKeys() {
    ShapeBuilder rule =
        common
            .withId("a quality rule")
            .named("name")
            .key("name", NAME)
            .doc("description", TEXT)
            .key("type", ANY)
            .key("unit", ANY)
            .key("query", ANY)
            .key("engine", ANY)
            .key("implementation", ANY)
            .key("severity", ANY)
            .key("rule", ANY)
            .doc("dimension", new Words(DIMENSIONS))
            .doc("method", TEXT)
            .doc("businessImpact", TEXT)
            .doc("schedule", TEXT)
            .doc("scheduler", TEXT)
            .doc("tags", common.tags())
            .doc("authoritativeDefinitions", common.links())
            .doc("customProperties", common.customProperties());
    CheckReader.operators().forEach(operator -> rule.key(operator, ANY));
    if (!version.isAtLeast(V3_1_0)) {
      rule.key("validValues", ANY);
    }
    return rule.since(V3_1_0).key("metric", ANY).key("arguments", ANY).build();
  }
}
