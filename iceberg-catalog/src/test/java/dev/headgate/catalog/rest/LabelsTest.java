package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.file.LocalFileIO;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Participant;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.rest.RESTCatalog;
import org.junit.jupiter.api.Test;

/** Labels are seen on what main shows, and are stored nowhere. */
class LabelsTest extends EndpointTest {
  private static final String GRADE = "headgate.grade";
  private static final String PATH = "/v1/main/namespaces/ops/tables/flights";

  /** What the owner of the lake says of names; a name that is not told of fails. */
  private final Map<Name, Map<String, String>> told = new ConcurrentHashMap<>();

  @Override
  CatalogConfig configured(CatalogConfig config) {
    return config.withLabels(
        name -> {
          Map<String, String> labels = told.get(name);
          if (labels == null) {
            throw new IllegalStateException("nothing is known of " + name);
          }
          return labels;
        });
  }

  private void label(String grade) {
    told.put(Name.of(FLIGHTS), Map.of(GRADE, grade, "owner", "not a label"));
  }

  private static Map<String, String> labels(Catalog view) {
    return labels(view.loadTable(FLIGHTS).properties());
  }

  private static Map<String, String> labels(Map<String, String> properties) {
    return properties.entrySet().stream()
        .filter(e -> e.getKey().startsWith("headgate.") || e.getKey().equals("owner"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> stored(Catalog view) {
    Table table = view.loadTable(FLIGHTS);
    String location = ((BaseTable) table).operations().current().metadataFileLocation();
    return labels(TableMetadataParser.read(new LocalFileIO(), location).properties());
  }

  private void promote(String branch) {
    String digest = lake().freeze(branch, "seen");
    lake().promote(Map.of(branch, digest), "test", Participant.NONE);
  }

  @Test
  void everyViewOfMainShowsThemAndNoFileHasThem() {
    label("A");
    RESTCatalog branch = client("release-1", branch("release-1"));
    branch.createTable(FLIGHTS, SCHEMA).newAppend().appendFile(file(1)).commit();
    assertThat(labels(branch)).as("not main's yet").isEmpty();
    promote("release-1");
    for (String view : new String[] {"main", "pinned", "version-1"}) {
      assertThat(labels(client(view))).as(view).isEqualTo(Map.of(GRADE, "A"));
      assertThat(stored(client(view))).as(view).isEmpty();
    }
  }

  @Test
  void aBranchShowsThemOnWhatItHasNotTouched() {
    label("A");
    lake().main().createTable(FLIGHTS, SCHEMA);
    RESTCatalog branch = client("release-1", branch("release-1"));
    assertThat(labels(branch)).isEqualTo(Map.of(GRADE, "A"));
    branch.loadTable(FLIGHTS).updateProperties().set("x", "y").commit();
    assertThat(labels(branch)).isEmpty();
    assertThat(stored(branch)).isEmpty();
    promote("release-1");
    assertThat(stored(client("main"))).isEmpty();
  }

  @Test
  void changesShowAndATagFromBeforeNoLongerFits() {
    label("A");
    lake().main().createTable(FLIGHTS, SCHEMA);
    String before = http().get(PATH).header("ETag");
    assertThat(http().get(PATH, "If-None-Match", before).status()).isEqualTo(304);
    label("B");
    assertThat(labels(client("main"))).isEqualTo(Map.of(GRADE, "B"));
    Http.Answer changed = http().get(PATH, "If-None-Match", before);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().at("/metadata/properties/" + GRADE).asText()).isEqualTo("B");
    String after = changed.header("ETag");
    told.put(Name.of(FLIGHTS), Map.of());
    assertThat(http().get(PATH, "If-None-Match", after).status()).isEqualTo(200);
  }

  @Test
  void aTableOfWhichNothingCanBeToldIsServedWithout() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    assertThat(labels(client("main"))).isEmpty();
    assertThat(http().get(PATH).status()).isEqualTo(200);
  }

  @Test
  void whatClientsSendIsNotStored() {
    label("A");
    RESTCatalog main = client("main");
    main.buildTable(FLIGHTS, SCHEMA).withProperty(GRADE, "A++").withProperty("x", "y").create();
    assertThat(stored(main)).isEmpty();
    assertThat(labels(main)).isEqualTo(Map.of(GRADE, "A"));
    main.loadTable(FLIGHTS)
        .updateProperties()
        .set(GRADE, "A++")
        .set("headgate.other", "1")
        .set("x", "z")
        .commit();
    main.loadTable(FLIGHTS).updateProperties().remove(GRADE).commit();
    assertThat(stored(main)).isEmpty();
    assertThat(labels(main)).isEqualTo(Map.of(GRADE, "A"));
    assertThat(main.loadTable(FLIGHTS).properties()).containsEntry("x", "z");
  }

  @Test
  void aLabelThatIsTakenBackMeanwhileIsNotStoredEither() {
    label("A");
    LakeCatalog main = lake().main();
    main.createTable(FLIGHTS, SCHEMA);
    TableOperations operations = ((BaseTable) main.loadTable(FLIGHTS)).operations();
    TableMetadata base = operations.current();
    assertThat(base.properties()).containsEntry(GRADE, "A");
    told.put(Name.of(FLIGHTS), Map.of());
    operations.commit(base, base.replaceProperties(withX(base)));
    assertThat(stored(main)).isEmpty();
    assertThat(main.loadTable(FLIGHTS).properties()).containsEntry("x", "y");
  }

  private static Map<String, String> withX(TableMetadata base) {
    Map<String, String> properties = new TreeMap<>(base.properties());
    properties.put("x", "y");
    return properties;
  }

  /** A registered file is taken as it is, whatever its writer put into it. */
  @Test
  void whatAFileSaysOfItselfIsNotShown() {
    label("B");
    Table made = lake().main().createTable(DELAYS, SCHEMA);
    TableMetadata metadata = ((BaseTable) made).operations().current();
    TableMetadata forged =
        TableMetadata.buildFrom(metadata)
            .setProperties(Map.of(GRADE, "A++", "headgate.contract", "any@1"))
            .build();
    String location = folder.resolve("forged.metadata.json").toString();
    TableMetadataParser.write(forged, new LocalFileIO().newOutputFile(location));
    RESTCatalog main = client("main");
    main.dropTable(DELAYS);
    main.registerTable(FLIGHTS, location);
    assertThat(stored(main)).containsEntry(GRADE, "A++");
    assertThat(labels(main)).isEqualTo(Map.of(GRADE, "B"));
  }
}
