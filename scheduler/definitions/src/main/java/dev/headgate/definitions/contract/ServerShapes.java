package dev.headgate.definitions.contract;

import static dev.headgate.definitions.contract.ApiVersion.V3_0_0;
import static dev.headgate.definitions.contract.ApiVersion.V3_1_0;
import static dev.headgate.definitions.contract.ApiVersion.V3_2_0;

import dev.headgate.definitions.bitol.ShapeBuilder;
import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Fields;
import dev.headgate.definitions.shape.Shape.Items;
import dev.headgate.definitions.shape.Shape.Kinds;
import dev.headgate.definitions.shape.Shape.Plain;
import dev.headgate.definitions.shape.Shape.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of servers, by their type: for people only, Headgate knows where its tables are. */
final class ServerShapes {
  private static final String HOST_AND_DATABASE = "host! port database!";
  private static final String ALL_OF_A_DATABASE = "host! port! database! schema!";

  private final CommonShapes common;
  private final ApiVersion version;

  ServerShapes(ApiVersion version, CommonShapes common) {
    this.version = version;
    this.common = common;
  }

  /** The keys of each type; those that must be there with an exclamation mark. */
  private Map<String, String> types() {
    Map<String, String> types = new TreeMap<>();
    types.put("api", "location!");
    types.put(
        "athena",
        version.isAtLeast(V3_2_0)
            ? "schema! stagingDir catalog regionName workgroup"
            : "schema! stagingDir! catalog regionName");
    types.put("azure", "location! format! delimiter");
    types.put("bigquery", "project! dataset!");
    types.put("clickhouse", "host! port! database!");
    types.put("cloudsql", ALL_OF_A_DATABASE);
    types.put("databricks", "host catalog! schema!");
    types.put("db2", "host! port! database! schema");
    types.put("denodo", "host! port! database");
    types.put("dremio", "host! port! schema");
    types.put("duckdb", "database! schema");
    types.put("glue", "account! database! location format");
    types.put("informix", HOST_AND_DATABASE);
    types.put("kafka", "host! format");
    types.put("kinesis", "region format");
    types.put("local", "path! format!");
    types.put("mysql", "host! port! database!");
    types.put("oracle", "host! port! serviceName!");
    types.put("postgres", ALL_OF_A_DATABASE);
    types.put("postgresql", ALL_OF_A_DATABASE);
    types.put("presto", "host! catalog schema");
    types.put("pubsub", "project!");
    types.put("redshift", "host database! schema! region account");
    types.put("s3", "location! endpointUrl format delimiter");
    types.put("sftp", "location! format delimiter");
    types.put("snowflake", "host port account! database! schema! warehouse");
    types.put("sqlserver", "host! port database! schema!");
    types.put("synapse", "host! port! database!");
    types.put("trino", "host! port! catalog! schema!");
    types.put("vertica", ALL_OF_A_DATABASE);
    types.put(
        "custom",
        "account catalog database dataset delimiter endpointUrl format host location path port"
            + " project region regionName schema serviceName stagingDir warehouse"
            + (version.isAtLeast(V3_1_0) ? " stream" : ""));
    if (version.isAtLeast(V3_1_0)) {
      types.put("hive", HOST_AND_DATABASE);
      types.put("impala", HOST_AND_DATABASE);
      types.put("zen", HOST_AND_DATABASE);
    }
    return types;
  }

  Shape servers() {
    Map<String, String> types = types();
    Words words = new Words(List.copyOf(types.keySet()));
    Map<String, Fields> kinds = new TreeMap<>();
    types.forEach((type, keys) -> kinds.put(type, server(words, keys, true)));
    String all = String.join(" ", types.values()).replace("!", "");
    return new Items(new Kinds("type", kinds, server(words, all, false)), 0);
  }

  private Fields server(Words types, String keys, boolean known) {
    ShapeBuilder server =
        common
            .withId("a server")
            .named("server")
            .need("server", Plain.NAME)
            .need("type", types)
            .doc("description", Plain.TEXT)
            .doc("environment", Plain.TEXT)
            .doc("roles", common.roles())
            .doc("customProperties", common.customProperties())
            .since(V3_0_0);
    for (String written : keys.split(" ", -1)) {
      String key = written.replace("!", "");
      Shape shape = known ? key.equals("port") ? Plain.WHOLE : Plain.TEXT : Plain.ANY;
      if (written.endsWith("!")) {
        server.need(key, shape);
      } else {
        server.doc(key, shape);
      }
    }
    return server.build();
  }
}
