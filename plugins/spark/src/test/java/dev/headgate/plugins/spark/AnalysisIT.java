package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryEngine.Column;
import dev.headgate.spi.SqlAnalysis;
import dev.headgate.spi.SqlAnalysis.Join;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in SQL on a lake whose tables have no files that could be read. */
@ExtendWith(World.Extension.class)
class AnalysisIT {
  private static final String WAREHOUSE = "analysis";
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final DatasetName FLIGHTS = DatasetName.parse("ops.flights");
  private static final DatasetName AIRPORTS = DatasetName.parse("ref.airports");
  private static final DatasetName BUSY = DatasetName.parse("ref.busy");

  private final World world;
  private final CatalogAccess view;

  AnalysisIT(World world) {
    this.world = world;
    this.view = world.lake.view(WAREHOUSE);
  }

  @BeforeAll
  static void tables(World world) {
    Table flights =
        world.lake.create(
            WAREHOUSE,
            "ops.flights",
            new Schema(
                Types.NestedField.required(1, "id", Types.LongType.get()),
                Types.NestedField.required(2, "day", Types.DateType.get()),
                Types.NestedField.optional(3, "carrier", Types.StringType.get()),
                Types.NestedField.optional(4, "origin", Types.StringType.get()),
                Types.NestedField.optional(5, "dest", Types.StringType.get()),
                Types.NestedField.optional(6, "delay", Types.IntegerType.get()),
                Types.NestedField.optional(
                    7,
                    "plane",
                    Types.StructType.of(
                        Types.NestedField.optional(8, "tail", Types.StringType.get()),
                        Types.NestedField.optional(9, "seats", Types.IntegerType.get())))));
    Schema airports =
        new Schema(
            Types.NestedField.required(1, "code", Types.StringType.get()),
            Types.NestedField.optional(2, "city", Types.StringType.get()),
            Types.NestedField.optional(3, "runways", Types.IntegerType.get()));
    world.lake.create(WAREHOUSE, "ref.airports", airports);
    world.lake.createView(
        WAREHOUSE, "ref.busy", airports.select("code", "city"), "SELECT code, city FROM airports");
    flights
        .newAppend()
        .appendFile(
            DataFiles.builder(flights.spec())
                .withPath(flights.location() + "/data/gone.parquet")
                .withFileSizeInBytes(1000)
                .withRecordCount(10)
                .build())
        .commit();
    removeManifests(Path.of(java.net.URI.create(flights.location())));
  }

  private static void removeManifests(Path table) {
    try (Stream<Path> files = Files.list(table.resolve("metadata"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".avro")).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "SELECT carrier FROM ops.flights # carrier",
        "SELECT CARRIER, Flights.Id FROM OPS.flights AS Flights # ",
        "SELECT CARRIER, Flights.Id FROM ops.flights AS Flights # id,carrier",
        "SELECT * FROM ops.flights # id,day,carrier,origin,dest,delay,plane",
        "SELECT * EXCEPT (plane, id) FROM ops.flights # day,carrier,origin,dest,delay",
        "TABLE ops.flights # id,day,carrier,origin,dest,delay,plane",
        "SELECT COUNT(*) FROM ops.flights # ''",
        "SELECT COUNT(*) FROM ops.flights WHERE delay > 0 # delay",
        "SELECT carrier, AVG(delay) FROM ops.flights GROUP BY carrier, day # day,carrier,delay",
        "SELECT 1 FROM ops.flights GROUP BY carrier HAVING MAX(delay) > 5 # carrier,delay",
        "SELECT id FROM ops.flights ORDER BY day LIMIT 3 # id,day",
        "SELECT id, ROW_NUMBER() OVER (PARTITION BY carrier ORDER BY delay) FROM ops.flights"
            + " # id,carrier,delay",
        "SELECT id FROM (SELECT id, RANK() OVER (ORDER BY delay) AS r FROM ops.flights) # id",
        "SELECT id FROM (SELECT id, RANK() OVER (ORDER BY delay) r FROM ops.flights) WHERE r = 1"
            + " # id,delay",
        "SELECT c FROM (SELECT carrier AS c, MAX(delay) AS d FROM ops.flights GROUP BY carrier)"
            + " # carrier",
        "SELECT DISTINCT c FROM (SELECT carrier AS c, delay FROM ops.flights) # carrier",
        "SELECT c FROM (SELECT DISTINCT carrier AS c, delay FROM ops.flights) # carrier,delay",
        "WITH f AS (SELECT * FROM ops.flights) SELECT day FROM f # day",
        "WITH f AS (SELECT * FROM ops.flights), g AS (SELECT * FROM f WHERE delay > 1) SELECT 1"
            + " FROM f # ''",
        "SELECT lake.ops.flights.day, ops.flights.id, flights.dest FROM lake.ops.flights"
            + " # id,day,dest",
        "SELECT origin FROM ops.flights UNION ALL SELECT dest FROM ops.flights # origin,dest",
        "SELECT o FROM (SELECT origin AS o, id FROM ops.flights UNION ALL SELECT dest, delay FROM"
            + " ops.flights) # origin,dest",
        "SELECT origin FROM ops.flights EXCEPT SELECT dest FROM ops.flights # origin,dest",
        "SELECT plane.tail FROM ops.flights WHERE Plane.SEATS > 100 # plane.seats,plane.tail",
        "SELECT p.tail FROM (SELECT plane AS p FROM ops.flights) # plane.tail",
        "SELECT plane, plane.tail FROM ops.flights # plane",
        "SELECT EXPLODE(ARRAY(origin, dest)) FROM ops.flights # origin,dest",
        "SELECT carrier, day, SUM(delay) FROM ops.flights GROUP BY CUBE (carrier, day)"
            + " # day,carrier,delay",
        "SELECT * FROM (SELECT day, carrier, delay FROM ops.flights) PIVOT (MAX(delay) FOR carrier"
            + " IN ('AA', 'DL')) # day,carrier,delay",
        "SELECT v FROM (SELECT id, origin, dest FROM ops.flights) UNPIVOT (v FOR n IN (origin,"
            + " dest)) # origin,dest",
        "SELECT manifest_list FROM ops.flights.snapshots # ''",
        "SELECT id FROM ops.flights.branch_main # id",
        "SELECT id, _file FROM ops.flights # id",
        "FROM ops.flights |> WHERE delay > 1 |> SELECT id # id,delay",
        "SELECT IF(EXISTS (SELECT 1 FROM ops.flights f WHERE f.dest = 'x'), 1, 2) # dest",
        "WITH RECURSIVE r (a, b) AS (SELECT origin, dest FROM ops.flights UNION ALL SELECT b, a"
            + " FROM r WHERE a < 'C') SELECT b FROM r # origin,dest",
      })
  void theColumnsThatAResultDependsOnAreFound(String sql, String columns) throws Exception {
    SqlAnalysis.Statement found = analyze(sql);

    if (columns == null) {
      assertThat(found.mistake()).isPresent();
    } else {
      assertThat(found.mistake()).isEmpty();
      assertThat(found.foreign()).isEmpty();
      assertThat(found.inputs())
          .containsOnly(
              entry(FLIGHTS, columns.isEmpty() ? List.of() : List.of(columns.split(","))));
    }
  }

  @Test
  void joinsAreFoundThroughAliases() throws Exception {
    SqlAnalysis.Statement found =
        analyze(
            """
            WITH a AS (SELECT code AS airport, city FROM ref.airports)
            SELECT o.city, COUNT(*) AS n FROM ops.flights f
            JOIN a o ON f.origin = o.airport AND f.delay > 5
            LEFT JOIN ref.airports d ON d.code = f.dest AND d.runways = f.id
            GROUP BY o.city
            """);

    assertThat(found.inputs())
        .containsOnly(
            entry(FLIGHTS, List.of("id", "origin", "dest", "delay")),
            entry(AIRPORTS, List.of("code", "city", "runways")));
    assertThat(found.joins())
        .containsExactlyInAnyOrder(
            new Join(FLIGHTS, "origin", AIRPORTS, "code"),
            new Join(AIRPORTS, "code", FLIGHTS, "dest"),
            new Join(AIRPORTS, "runways", FLIGHTS, "id"));
    assertThat(found.output())
        .containsExactly(new Column("city", "string"), new Column("n", "bigint"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM ops.flights f, ref.airports a WHERE f.origin = a.code",
        "SELECT 1 FROM ops.flights f WHERE origin IN (SELECT code FROM ref.airports)",
        "SELECT 1 FROM ops.flights f WHERE EXISTS (SELECT * FROM ref.airports WHERE origin = code)",
        "SELECT (SELECT MAX(1) FROM ref.airports WHERE f.origin = code) FROM ops.flights f",
        "SELECT 1 FROM ops.flights f, LATERAL (SELECT 1 FROM ref.airports WHERE f.origin = code)",
        "SELECT 1 FROM (SELECT origin AS code FROM ops.flights) JOIN ref.airports USING (code)",
        "SELECT 1 FROM (SELECT origin FROM ops.flights GROUP BY origin) JOIN ref.airports ON"
            + " CAST(origin AS CHAR(3)) <=> code",
      })
  void otherWaysToJoinAreFoundToo(String sql) throws Exception {
    SqlAnalysis.Statement found = analyze(sql);

    assertThat(found.joins()).containsExactly(new Join(FLIGHTS, "origin", AIRPORTS, "code"));
    assertThat(found.inputs())
        .containsOnly(entry(FLIGHTS, List.of("origin")), entry(AIRPORTS, List.of("code")));
  }

  @Test
  void anEqualityWithinOneInputIsNoJoinButASelfJoinIs() throws Exception {
    assertThat(analyze("SELECT 1 FROM ops.flights WHERE origin = dest").joins()).isEmpty();
    assertThat(
            analyze("SELECT 1 FROM ops.flights a JOIN ops.flights b ON a.dest = b.origin").joins())
        .containsExactly(new Join(FLIGHTS, "dest", FLIGHTS, "origin"));
    assertThat(
            analyze(
                    "WITH f AS (SELECT origin AS o, dest AS d FROM ops.flights)"
                        + " SELECT 1 FROM f x JOIN f y ON x.d = y.o")
                .joins())
        .containsExactly(new Join(FLIGHTS, "dest", FLIGHTS, "origin"));
  }

  @Test
  void aCommonTableExpressionHidesATableOfItsName() throws Exception {
    SqlAnalysis.Statement found =
        analyze("WITH airports AS (SELECT origin AS code FROM ops.flights) SELECT * FROM airports");

    assertThat(found.inputs()).containsOnly(entry(FLIGHTS, List.of("origin")));
    assertThat(
            analyze("WITH airports AS (SELECT 1) SELECT code FROM ref.airports, airports").inputs())
        .containsOnly(entry(AIRPORTS, List.of("code")));
  }

  @Test
  void aViewIsAnInputNotWhatItReads() throws Exception {
    SqlAnalysis.Statement found =
        analyze("SELECT f.id FROM ops.flights f JOIN ref.busy b ON f.dest = b.code");

    assertThat(found.mistake()).isEmpty();
    assertThat(found.inputs())
        .containsOnly(entry(FLIGHTS, List.of("id", "dest")), entry(BUSY, List.of("code")));
    assertThat(found.joins()).containsExactly(new Join(FLIGHTS, "dest", BUSY, "code"));
    assertThat(analyze("SELECT city FROM ref.busy").output())
        .containsExactly(new Column("city", "string"));
  }

  @Test
  void anOlderStateIsAnInputToo() throws Exception {
    long snapshot = world.lake.table(WAREHOUSE, "ops.flights").currentSnapshot().snapshotId();
    SqlAnalysis.Statement found =
        analyze("SELECT carrier FROM ops.flights VERSION AS OF " + snapshot);

    assertThat(found.mistake()).isEmpty();
    assertThat(found.inputs()).containsOnly(entry(FLIGHTS, List.of("carrier")));
  }

  @Test
  void givenSchemasComeBeforeTheLakes() throws Exception {
    DatasetName daily = DatasetName.parse("new.daily");
    Map<String, String> statements = new LinkedHashMap<>();
    statements.put(
        "daily", "SELECT day, COUNT(*) AS n, MAX(plane) AS p FROM ops.flights GROUP BY day");
    statements.put("top", "SELECT new.daily.day, p.seats, code FROM new.daily, ref.airports a");
    Map<String, SqlAnalysis.Statement> first = analyze(statements, Map.of());
    assertThat(first.get("top").mistake()).isPresent();

    Map<String, SqlAnalysis.Statement> found =
        analyze(
            statements,
            Map.of(
                daily,
                first.get("daily").output(),
                AIRPORTS,
                List.of(new Column("CODE", "decimal(10,2)"))));

    assertThat(found).containsEntry("daily", first.get("daily"));
    assertThat(found.get("daily").output())
        .contains(new Column("p", "struct<tail:string,seats:int>"));
    assertThat(found.get("top").mistake()).isEmpty();
    assertThat(found.get("top").inputs())
        .containsOnly(entry(daily, List.of("day", "p.seats")), entry(AIRPORTS, List.of("CODE")));
    assertThat(found.get("top").output())
        .containsExactly(
            new Column("day", "date"),
            new Column("seats", "int"),
            new Column("code", "decimal(10,2)"));
  }

  @Test
  void aSchemaThatIsNoneIsRefused() {
    assertThatThrownBy(
            () ->
                analyze(
                    Map.of("x", "SELECT 1"),
                    Map.of(FLIGHTS, List.of(new Column("id", "fancy<int>")))))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("the column id given for ops.flights");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT id,~  nope FROM ops.flights | 2 | 3 | `nope` | ops.flights",
        "SELECT :a, ${b},~ :a, nope FROM ops.flights | 2 | 6 | `nope` | ops.flights",
        "SELECT f.nope FROM ops.flights f JOIN ref.airports | 1 | 8 | nope | ops.flights,ref.airports",
        "SELECT a FROM~~  ops.none WHERE x IN (SELECT y FROM ref.airports) | 3 | 3 | `ops`.`none` |"
            + " ops.none,ref.airports",
        "SELECT a FRM ops.flights | 1 | 14 | 'ops' | ''",
        "SELECT a~FROM ops.flights~ WHERE ( | 3 | 9 | end of input | ''",
        "SELECT id FROM ops.flights VERSION AS OF 12 | 0 | 0 | 12 | ops.flights",
        "SELECT plane.wings FROM ops.flights | 1 | 8 | wings | ops.flights",
        "SELECT id + day FROM ops.flights | 1 | 8 | BIGINT | ops.flights",
        "SELECT id FROM ops.flights GROUP BY day | 0 | 0 | id | ops.flights",
        "SELECT 1,~ length(reflect('java.lang.System', 'getenv', 'PATH')) FROM ops.flights | 2 | 9 |"
            + " it calls a method of a Java class | ops.flights",
        "SELECT try_reflect('java.lang.System', 'exit', 3) | 1 | 8 | it calls a method | ''",
        "WITH ops AS (SELECT 1) SELECT a FROM ops, ops.nowhere | 1 | 43 | nowhere | ops.nowhere",
      })
  void aMistakeHasItsPlaceAndInputsAreNamedNevertheless(
      String sql, int line, int column, String says, String inputs) throws Exception {
    SqlAnalysis.Statement found = analyze(sql.replace('~', '\n'));

    assertThat(found.mistake()).isPresent();
    SqlAnalysis.Mistake mistake = found.mistake().get();
    assertThat(mistake.message()).contains(says).doesNotContain("==", "SQLSTATE", "pos", "\n");
    assertThat(mistake.line() + ":" + mistake.column()).isEqualTo(line + ":" + column);
    assertThat(found.output()).isEmpty();
    assertThat(found.joins()).isEmpty();
    assertThat(found.inputs().keySet())
        .extracting(DatasetName::toString)
        .containsExactlyInAnyOrder(inputs.isEmpty() ? new String[0] : inputs.split(","));
    assertThat(found.inputs().values()).allMatch(List::isEmpty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO ops.flights SELECT * FROM ops.flights | INSERT INTO",
        "WITH a AS (SELECT 1) INSERT INTO ops.flights SELECT * FROM a | INSERT INTO",
        "FROM ops.flights INSERT INTO ops.flights SELECT * INSERT INTO ops.b SELECT 1 | INSERT INTO",
        "INSERT OVERWRITE DIRECTORY '/tmp/x' USING csv SELECT 1 | INSERT INTO DIR",
        "DROP TABLE ops.flights | DROP TABLE",
        "DELETE FROM ops.flights | DELETE FROM TABLE",
        "MERGE INTO ops.flights USING ref.airports ON true WHEN MATCHED THEN DELETE | MERGE INTO TABLE",
        "CREATE TABLE ops.t AS SELECT 1 | CREATE TABLE AS SELECT",
        "CREATE OR REPLACE TEMPORARY VIEW v AS SELECT 1 | CREATE VIEW",
        "SET spark.sql.ansi.enabled=false | SET",
        "DECLARE VARIABLE x INT | CREATE VARIABLE",
        "EXECUTE IMMEDIATE 'SELECT 1' | EXECUTE IMMEDIATE",
        "EXPLAIN SELECT 1 | EXPLAIN",
        "CALL lake.system.expire_snapshots('ops.flights') | CALL",
        "BEGIN SELECT 1; DROP TABLE ops.flights; END | COMPOUND BODY",
        "SELECT TRANSFORM (id) USING 'cat' AS (x STRING) FROM ops.flights | SCRIPT TRANSFORMATION",
        "SHOW TABLES IN ops | SHOW TABLES",
      })
  void whatDoesSomethingIsRefused(String sql, String words) throws Exception {
    SqlAnalysis.Statement found = analyze(sql);

    assertThat(found.mistake()).isPresent();
    assertThat(found.mistake().get().message()).isEqualTo("expected a query, found " + words);
    assertThat(found.mistake().get().line()).isEqualTo(1);
    assertThat(world.lake.hasTable(WAREHOUSE, "ops.flights")).isTrue();
  }

  @Test
  void twoStatementsAreAMistake() throws Exception {
    assertThat(analyze("SELECT 1; SELECT 2").mistake()).isPresent();
    assertThat(analyze("SELECT 1;").mistake()).isEmpty();
    assertThat(analyze("").mistake()).isPresent();
  }

  @Test
  void namesThatAreNoDatasetsAreForeign() throws Exception {
    assertThat(analyze("SELECT * FROM spark_catalog.default.t").foreign())
        .containsExactly("spark_catalog.default.t");
    assertThat(analyze("SELECT * FROM flights").foreign()).containsExactly("flights");
    assertThat(analyze("SELECT * FROM parquet.`/etc/hosts`").mistake()).isPresent();
    assertThat(analyze("SELECT * FROM read_all('x')").foreign()).containsExactly("read_all");
    SqlAnalysis.Statement range = analyze("SELECT id FROM range(3) r JOIN ref.airports a");
    assertThat(range.mistake()).isEmpty();
    assertThat(range.foreign()).isEmpty();
  }

  @Test
  void parametersAreBoundAsInARun() throws Exception {
    String sql =
        "SELECT :day AS day, ${free} AS f, id FROM ops.flights WHERE day = :day AND carrier = '${c}' LIMIT :n";
    Map<String, SqlAnalysis.Statement> found =
        world
            .queries
            .analyze(
                new SqlAnalysis.Request(
                    view, Map.of("x", sql), Map.of(), Map.of("day", "2001-06-30", "n", "5"), LONG))
            .orElseThrow();

    assertThat(found.get("x").mistake()).isEmpty();
    assertThat(found.get("x").output())
        .containsExactly(
            new Column("day", "date"), new Column("f", "void"), new Column("id", "bigint"));
    assertThat(found.get("x").inputs())
        .containsOnly(entry(FLIGHTS, List.of("id", "day", "carrier")));
  }

  @Test
  void anAnalysisStopsInTime() throws Exception {
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i < 2000; i++) {
      many.put("s" + i, "SELECT " + i + " FROM ops.flights f JOIN ops.flights g ON f.id = g.id");
    }
    assertThatThrownBy(
            () ->
                world.queries.analyze(
                    new SqlAnalysis.Request(view, many, Map.of(), Duration.ofSeconds(1))))
        .isInstanceOf(PluginException.class)
        .hasMessage("the analysis took longer than 1 s");
    assertThat(analyze("SELECT 1").mistake()).isEmpty();
  }

  @Test
  void aLakeThatDoesNotAnswerIsNoMistakeOfTheStatement() {
    CatalogAccess nobody = new CatalogAccess("http://127.0.0.1:1/iceberg", "main", "");

    assertThatThrownBy(
            () ->
                world.queries.analyze(
                    new SqlAnalysis.Request(
                        nobody, Map.of("x", "SELECT * FROM a.b"), Map.of(), LONG)))
        .isInstanceOf(PluginException.class);
  }

  @Test
  void aServerWithoutTheClassesSaysNothing() throws Exception {
    SqlAnalysis.Request request =
        new SqlAnalysis.Request(view, Map.of("x", "SELECT 1"), Map.of(), LONG);
    try (QueryEngine queries = world.plugin.queriesAskingFor("dev.headgate.nowhere.Source")) {
      assertThat(queries.analyze(request)).isEmpty();
      assertThat(queries.query(view, "SELECT 1", 1, LONG).rows()).hasSize(1);
    }
    assertThat(world.queries.analyze(request)).isPresent();
  }

  @Test
  void whatIsAnalyzedIsNotRead() {
    assertThatThrownBy(() -> world.rows(view, "SELECT id FROM ops.flights"))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(".avro");
  }

  private SqlAnalysis.Statement analyze(String sql) throws InterruptedException {
    return analyze(Map.of("x", sql), Map.of()).get("x");
  }

  private Map<String, SqlAnalysis.Statement> analyze(
      Map<String, String> statements, Map<DatasetName, List<Column>> schemas)
      throws InterruptedException {
    return world
        .queries
        .analyze(new SqlAnalysis.Request(view, statements, schemas, LONG))
        .orElseThrow();
  }
}
