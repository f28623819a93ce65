package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.state.Name;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NoSuchWarehouseException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.RESTException;
import org.apache.iceberg.rest.RESTCatalog;
import org.junit.jupiter.api.Test;

/** Who is let in where, and what the others are told. */
class AccessTest extends EndpointTest {
  private static final String ADVICE =
      "It is made by the product operations.flights: build that instead.";

  private void gateFlights() {
    lake().gate(Map.of(Name.of(FLIGHTS), ADVICE), connection -> {});
  }

  @Test
  void aGatedTableIsNotCommittedTo() {
    Table flights = client("main").createTable(FLIGHTS, SCHEMA);
    gateFlights();
    assertThatThrownBy(() -> flights.newAppend().appendFile(file(1)).commit())
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("ops.flights is gated")
        .hasMessageContaining(ADVICE);
    assertThatThrownBy(() -> client("main").dropTable(FLIGHTS))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining(ADVICE);
    assertThat(lake().main().loadTable(FLIGHTS).currentSnapshot()).isNull();
  }

  @Test
  void aGatedTableIsRefusedBeforeItsFilesAreWritten() {
    gateFlights();
    assertThatThrownBy(() -> client("main").newCreateTableTransaction(FLIGHTS, SCHEMA))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining(ADVICE);
  }

  @Test
  void aTableOutsideTheScopeIsRefusedBeforeItsFilesAreWritten() {
    branch("release-1");
    String narrow =
        lake()
            .grant("release-1", Optional.of(Set.of(Name.of(DELAYS))), "run-7", Duration.ofHours(1));
    RESTCatalog client = client("release-1", narrow);
    assertThatThrownBy(() -> client.newCreateTableTransaction(FLIGHTS, SCHEMA))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("run-7");
    client.newCreateTableTransaction(DELAYS, SCHEMA).commitTransaction();
    assertThat(client.tableExists(DELAYS)).isTrue();
  }

  @Test
  void aTokenOpensItsOwnBranchOnly() {
    String token = branch("sandbox-ana");
    branch("sandbox-ben");
    for (String other : new String[] {"main", "pinned", "version-0", "sandbox-ben"}) {
      assertThatThrownBy(() -> client(other, token))
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("opens no other view than sandbox-ana");
    }
    assertThat(http().get("/v1/main/namespaces", "Authorization", "Bearer " + token).status())
        .isEqualTo(403);
  }

  @Test
  void withoutAWarehouseATokenOpensItsBranch() {
    String token = branch("sandbox-ana");
    Http.Answer config = http().get("/v1/config", "Authorization", "Bearer " + token);
    assertThat(config.json().at("/overrides/prefix").asText()).isEqualTo("sandbox-ana");
    assertThat(http().get("/v1/config").json().at("/overrides/prefix").asText()).isEqualTo("main");
  }

  @Test
  void aBranchIsReadWithoutATokenAndNotWritten() {
    String token = branch("sandbox-ana");
    client("sandbox-ana", token).createTable(FLIGHTS, SCHEMA);
    RESTCatalog reader = client("sandbox-ana");
    Table flights = reader.loadTable(FLIGHTS);
    assertThatThrownBy(() -> reader.createTable(DELAYS, SCHEMA))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> flights.newAppend().appendFile(file(1)).commit())
        .isInstanceOf(UnsupportedOperationException.class);
    Http.Answer direct = http().post("/v1/sandbox-ana/namespaces", "{\"namespace\":[\"x\"]}");
    assertThat(direct.status()).isEqualTo(403);
    assertThat(direct.message()).contains("written with its token only", "'token'");
  }

  @Test
  void anUnknownOrExpiredTokenIsNone() {
    String token = branch("sandbox-ana");
    assertThatThrownBy(() -> client("sandbox-ana", "guessed"))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("unknown or has expired");
    RESTCatalog client = client("sandbox-ana", token);
    clock.on(Duration.ofHours(2));
    assertThatThrownBy(() -> client.createTable(FLIGHTS, SCHEMA))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("expired");
    Http.Answer basic = http().get("/v1/config", "Authorization", "Basic YTpi");
    assertThat(basic.status()).isEqualTo(401);
    assertThat(basic.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void credentialsAreAnsweredWithWhatToDo() {
    assertThatThrownBy(() -> withCredential().close())
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("leave out 'credential'");
    assertThat(http().post("/v1/oauth/tokens", "grant_type=client_credentials").status())
        .isEqualTo(501);
  }

  private RESTCatalog withCredential() {
    RESTCatalog catalog = new RESTCatalog();
    catalog.initialize("c", Map.of("uri", uri(), "warehouse", "main", "credential", "id:secret"));
    return catalog;
  }

  @Test
  void aFrozenBranchIsRead() {
    String token = branch("release-1");
    RESTCatalog client = client("release-1", token);
    Table flights = client.createTable(FLIGHTS, SCHEMA);
    lake().freeze("release-1", "evidence");
    assertThatThrownBy(() -> flights.newAppend().appendFile(file(1)).commit())
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("release-1 is frozen");
    assertThat(client.tableExists(FLIGHTS)).isTrue();
  }

  @Test
  void aBranchThatEndedIsGone() {
    String token = branch("release-1");
    RESTCatalog client = client("release-1", token);
    lake().discard("release-1");
    assertThat(http().get("/v1/release-1/namespaces").status()).isEqualTo(410);
    assertThatThrownBy(() -> client.createTable(FLIGHTS, SCHEMA))
        .isInstanceOf(RESTException.class)
        .hasMessageContaining("release-1 has ended");
    assertThatThrownBy(() -> client("release-1"))
        .isInstanceOf(RESTException.class)
        .hasMessageContaining("code: 410")
        .hasMessageContaining("release-1 has ended");
  }

  @Test
  void anInstantPastItsRetentionIsGone() {
    RESTCatalog pinned = client("pinned");
    lake().main().createNamespace(org.apache.iceberg.catalog.Namespace.of("newer"));
    clock.on(Duration.ofDays(8));
    assertThatThrownBy(() -> pinned.loadTable(FLIGHTS))
        .isInstanceOf(RESTException.class)
        .hasMessageContaining("code: 410");
  }

  @Test
  void anInstantIsNotWritten() {
    Http.Answer answer = http().post("/v1/version-0/namespaces", "{\"namespace\":[\"x\"]}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.message()).contains("version-0 is read-only");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> client("sandbox-nobody"))
        .isInstanceOf(NoSuchWarehouseException.class)
        .hasMessageContaining("sandbox-nobody");
    assertThatThrownBy(() -> client("version-7")).isInstanceOf(NoSuchWarehouseException.class);
  }
}
