package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.MetadataUpdate;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateRequirement;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequestParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests whose answers were lost, and that are sent again. */
class ReplayTest extends EndpointTest {
  private static final String TABLE = "/v1/main/namespaces/ops/tables/flights";
  private Table flights;

  @BeforeEach
  void createTable() {
    flights = lake().main().createTable(FLIGHTS, SCHEMA);
  }

  /** The request of an append that is staged and not committed, as a client would send it. */
  private String append(Long expectedHead) {
    Table staged = client("main").loadTable(FLIGHTS);
    Snapshot snapshot = staged.newAppend().appendFile(file(1)).apply();
    UpdateTableRequest request =
        UpdateTableRequest.create(
            FLIGHTS,
            java.util.List.of(
                new UpdateRequirement.AssertTableUUID(uuid(staged)),
                new UpdateRequirement.AssertRefSnapshotID("main", expectedHead)),
            java.util.List.of(
                new MetadataUpdate.AddSnapshot(snapshot),
                new MetadataUpdate.SetSnapshotRef(
                    "main",
                    snapshot.snapshotId(),
                    org.apache.iceberg.SnapshotRefType.BRANCH,
                    null,
                    null,
                    null)));
    return UpdateTableRequestParser.toJson(request);
  }

  private static String uuid(Table table) {
    return ((BaseTable) table).operations().current().uuid();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private int snapshots() {
    return http().get(TABLE).json().at("/metadata/snapshots").size();
  }

  @Test
  void aCommitThatIsThereAlreadySucceeds() {
    String request = append(null);
    Http.Answer first = http().post(TABLE, request);
    assertThat(first.status()).isEqualTo(200);
    Http.Answer again = http().post(TABLE, request);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("metadata-location"))
        .isEqualTo(first.json().get("metadata-location"));
    assertThat(snapshots()).isEqualTo(1);
  }

  @Test
  void aCommitThatIsThereBelowOthersSucceeds() {
    String request = append(null);
    assertThat(http().post(TABLE, request).status()).isEqualTo(200);
    flights.refresh();
    flights.newAppend().appendFile(file(2)).commit();
    Http.Answer again = http().post(TABLE, request);
    assertThat(again.status()).isEqualTo(200);
    assertThat(snapshots()).isEqualTo(2);
    long head = again.json().at("/metadata/current-snapshot-id").asLong();
    flights.refresh();
    assertThat(head).isEqualTo(flights.currentSnapshot().snapshotId());
  }

  @Test
  void aCommitThatIsNotThereFails() {
    String stale = append(null);
    flights.newAppend().appendFile(file(2)).commit();
    Http.Answer answer = http().post(TABLE, stale);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.type()).isEqualTo("CommitFailedException");
    assertThat(snapshots()).isEqualTo(1);
  }

  @Test
  void noSnapshotMeansThatTheRefMustNotExist() {
    flights.newAppend().appendFile(file(1)).commit();
    long head = flights.currentSnapshot().snapshotId();
    String request =
        """
        {"requirements": [{"type": "assert-ref-snapshot-id", "ref": "audit", "snapshot-id": null}],
         "updates": [{"action": "set-snapshot-ref", "ref-name": "audit", "type": "tag",
           "snapshot-id": %d}]}"""
            .formatted(head);
    assertThat(http().post(TABLE, request).status()).isEqualTo(200);
    Http.Answer second = http().post(TABLE, request);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.message()).contains("audit");
  }

  @Test
  void aTransactionThatIsThereAlreadySucceeds() {
    String request = "{\"table-changes\":[" + append(null) + "]}";
    String path = "/v1/main/transactions/commit";
    assertThat(http().post(path, request).status()).isEqualTo(204);
    assertThat(http().post(path, request).status()).isEqualTo(204);
    assertThat(snapshots()).isEqualTo(1);
  }

  @Test
  void aKeyIsCarriedOutOnce() {
    String key = key();
    String body = "{\"removals\":[],\"updates\":{\"owner\":\"ana\"}}";
    String path = "/v1/main/namespaces/ops/properties";
    assertThat(http().post(path, body, "Idempotency-Key", key).status()).isEqualTo(200);
    long head = lake().head();
    lake().main().setProperties(NS, java.util.Map.of("owner", "ben"));
    Http.Answer again = http().post(path, body, "Idempotency-Key", key);
    assertThat(again.json().at("/updated/0").asText()).isEqualTo("owner");
    assertThat(lake().main().loadNamespaceMetadata(NS)).containsEntry("owner", "ben");
    assertThat(lake().head()).isEqualTo(head + 1);
  }

  @Test
  void aDropWithAKeyIsRepeatedWithoutASecondDrop() {
    String key = key();
    byte[] none = new byte[0];
    assertThat(http().send("DELETE", TABLE, none, "Idempotency-Key", key).status()).isEqualTo(204);
    lake().main().createTable(FLIGHTS, SCHEMA);
    assertThat(http().send("DELETE", TABLE, none, "Idempotency-Key", key).status()).isEqualTo(204);
    assertThat(lake().main().tableExists(FLIGHTS)).isTrue();
    assertThat(http().send("DELETE", TABLE, none, "Idempotency-Key", key()).status())
        .isEqualTo(204);
    assertThat(lake().main().tableExists(FLIGHTS)).isFalse();
  }

  @Test
  void aCreationWithAKeyIsAnsweredWithTheTable() {
    String key = key();
    String body =
        """
        {"name": "delays", "schema": {"type": "struct", "schema-id": 0, "fields":
          [{"id": 1, "name": "id", "required": true, "type": "long"}]}}""";
    String path = "/v1/main/namespaces/ops/tables";
    JsonNode first = http().post(path, body, "Idempotency-Key", key).json();
    JsonNode again = http().post(path, body, "Idempotency-Key", key).json();
    assertThat(again.at("/metadata/table-uuid").asText())
        .isNotEmpty()
        .isEqualTo(first.at("/metadata/table-uuid").asText());
    assertThat(http().post(path, body, "Idempotency-Key", key()).status()).isEqualTo(409);
  }

  @Test
  void aKeyThatFailedIsNotTaken() {
    String key = key();
    String path = "/v1/main/namespaces";
    String nested = "{\"namespace\":[\"later\"]}";
    lake().main().createNamespace(org.apache.iceberg.catalog.Namespace.of("later"));
    assertThat(http().post(path, nested, "Idempotency-Key", key).status()).isEqualTo(409);
    lake().main().dropNamespace(org.apache.iceberg.catalog.Namespace.of("later"));
    assertThat(http().post(path, nested, "Idempotency-Key", key).status()).isEqualTo(200);
  }

  @Test
  void aKeyIsForOneRequest() {
    String key = key();
    String path = "/v1/main/namespaces";
    http().post(path, "{\"namespace\":[\"a\"]}", "Idempotency-Key", key);
    Http.Answer other = http().post(path, "{\"namespace\":[\"b\"]}", "Idempotency-Key", key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.message()).contains(key);
    assertThat(http().post(path, "{\"namespace\":[\"c\"]}", "Idempotency-Key", "1").status())
        .isEqualTo(400);
  }

  @Test
  void oldKeysAreForgotten() {
    String key = key();
    http().post("/v1/main/namespaces", "{\"namespace\":[\"a\"]}", "Idempotency-Key", key);
    assertThat(lake().requestKeys().find("main", key)).isPresent();
    clock.on(Duration.ofHours(3));
    Housekeeping housekeeping = new Housekeeping(lake().requestKeys(), Duration.ofHours(2));
    housekeeping.now(System.nanoTime());
    assertThat(lake().requestKeys().find("main", key)).isPresent();
    housekeeping.now(System.nanoTime() + Duration.ofHours(1).toNanos());
    assertThat(lake().requestKeys().find("main", key)).isEmpty();
  }

  @Test
  void aCreateTransactionThatIsThereAlreadySucceeds() {
    TableIdentifier made = DELAYS;
    String stage =
        """
        {"name": "delays", "stage-create": true, "schema": {"type": "struct", "schema-id": 0,
          "fields": [{"id": 1, "name": "id", "required": true, "type": "long"}]}}""";
    JsonNode staged = http().post("/v1/main/namespaces/ops/tables", stage).json().get("metadata");
    String commit =
        """
        {"requirements": [{"type": "assert-create"}],
         "updates": [{"action": "assign-uuid", "uuid": %s},
          {"action": "upgrade-format-version", "format-version": 2},
          {"action": "add-schema", "schema": %s, "last-column-id": 1},
          {"action": "set-current-schema", "schema-id": -1},
          {"action": "add-spec", "spec": {"spec-id": 0, "fields": []}},
          {"action": "set-default-spec", "spec-id": -1},
          {"action": "add-sort-order", "sort-order": {"order-id": 0, "fields": []}},
          {"action": "set-default-sort-order", "sort-order-id": -1},
          {"action": "set-location", "location": %s}]}"""
            .formatted(staged.get("table-uuid"), staged.at("/schemas/0"), staged.get("location"));
    String path = "/v1/main/namespaces/ops/tables/" + made.name();
    assertThat(http().post(path, commit).status()).isEqualTo(200);
    assertThat(http().post(path, commit).status()).isEqualTo(200);
    String another = commit.replace(staged.get("table-uuid").asText(), key());
    assertThat(http().post(path, another).status()).isEqualTo(409);
  }
}
