package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.view.LakeCatalog;
import java.util.List;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.RESTCatalog;
import org.junit.jupiter.api.Test;

/** Metadata files become tables, if they are nobody's. */
class RegisterTest extends EndpointTest {
  private static String location(Table table) {
    return ((BaseTable) table).operations().current().metadataFileLocation();
  }

  private String flights() {
    Table flights = lake().main().createTable(FLIGHTS, SCHEMA);
    flights.newAppend().appendFile(file(1)).commit();
    return location(flights);
  }

  @Test
  void aTableThatWasDroppedComesBack() {
    String location = flights();
    RESTCatalog client = client("main");
    client.dropTable(FLIGHTS);
    assertThat(client.registerTable(DELAYS, location).currentSnapshot()).isNotNull();
  }

  @Test
  void aTableThatExistsGetsNoSecondName() {
    String location = flights();
    assertThatThrownBy(() -> client("main").registerTable(DELAYS, location))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("ops.delays")
        .hasMessageContaining("belongs to ops.flights");
    RESTCatalog branch = client("sandbox-ana", branch("sandbox-ana"));
    assertThatThrownBy(() -> branch.registerTable(DELAYS, location))
        .isInstanceOf(BadRequestException.class);
    branch.dropTable(FLIGHTS);
    assertThat(branch.registerTable(DELAYS, location)).isNotNull();
  }

  @Test
  void aTableIsKnownByItsOlderFilesToo() {
    Table flights = lake().main().createTable(FLIGHTS, SCHEMA);
    String older = location(flights);
    flights.newAppend().appendFile(file(1)).commit();
    assertThatThrownBy(() -> client("main").registerTable(DELAYS, older))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void whatABranchWroteIsItsOwn() {
    RESTCatalog branch = client("sandbox-ana", branch("sandbox-ana"));
    String location = location(branch.createTable(FLIGHTS, SCHEMA));
    assertThatThrownBy(() -> client("main").registerTable(FLIGHTS, location))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("sandbox-ana");
    RESTCatalog other = client("sandbox-ben", branch("sandbox-ben"));
    assertThatThrownBy(() -> other.registerTable(DELAYS, location))
        .isInstanceOf(BadRequestException.class);
  }

  /** Nor is it when the branch has ended: its files go. */
  @Test
  void howeverItsPlaceIsSpelt() {
    RESTCatalog branch = client("sandbox-ana", branch("sandbox-ana"));
    String location = location(branch.createTable(FLIGHTS, SCHEMA));
    lake().discard("sandbox-ana");
    for (String spelt :
        List.of(
            "/_branches/", "//_branches//", "/_branches/./", "/_branches/x/../", "/./_branches/")) {
      assertThatThrownBy(
              () -> client("main").registerTable(DELAYS, location.replace("/_branches/", spelt)))
          .as(spelt)
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("was written on branch sandbox-ana");
    }
  }

  @Test
  void nothingIsRegisteredOverATable() {
    String location = flights();
    Http.Answer answer =
        http()
            .post(
                "/v1/main/namespaces/ops/register",
                "{\"name\":\"flights\",\"overwrite\":true,\"metadata-location\":\""
                    + location
                    + "\"}");
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.message()).contains("drop it first");
  }

  @Test
  void aRenamedTableKeepsItsId() {
    flights();
    client("main").renameTable(FLIGHTS, DELAYS);
    LakeCatalog main = lake().main();
    assertThat(main.tableExists(FLIGHTS)).isFalse();
    assertThat(main.loadTable(DELAYS).currentSnapshot()).isNotNull();
  }

  @Test
  void aFileThatIsNotThereIsNotFound() {
    Http.Answer answer =
        http()
            .post(
                "/v1/main/namespaces/ops/register",
                "{\"name\":\"flights\",\"metadata-location\":\""
                    + folder
                    + "/none.metadata.json\"}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.message()).contains("none.metadata.json");
  }
}
