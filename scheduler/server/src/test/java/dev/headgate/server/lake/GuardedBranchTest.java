package dev.headgate.server.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.view.LakeCatalog;
import dev.headgate.model.lake.CommitGuard;
import dev.headgate.model.lake.DatasetLabels;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.lake.TableDescription.PartitionKey;
import dev.headgate.model.product.DatasetName;
import dev.headgate.server.config.LakeConfig;
import dev.headgate.server.home.Home;
import dev.headgate.server.http.Listener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.view.ViewBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is bound as the guard decides about what releases write, who is bound for labels what readers
 * see.
 */
class GuardedBranchTest {
  private static final DatasetName DELAYS = DatasetName.parse("ops.delays");
  private static final TableIdentifier TABLE = TableIdentifier.of("ops", "delays");
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "day", Types.DateType.get()));

  @TempDir Path folder;
  private final List<CommitGuard.Proposal> asked = new ArrayList<>();
  private Optional<String> objection = Optional.empty();
  private HikariDataSource database;
  private Injector injector;

  @BeforeEach
  void start() {
    injector = injector(true);
    catalog().main().createNamespace(Namespace.of("ops"));
  }

  private Injector injector(boolean guarded) {
    database = new HikariDataSource();
    database.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    database.setUsername("sa");
    return Guice.createInjector(
        new LakeModule(),
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(DataSource.class).toInstance(database);
            bind(Home.class).toInstance(new Home(folder));
            bind(Listener.class)
                .toProvider(
                    () -> {
                      throw new IllegalStateException("nobody listens here");
                    });
            bind(LakeConfig.class).toInstance(new LakeConfig("", Duration.ofDays(7), Map.of()));
            if (guarded) {
              OptionalBinder.newOptionalBinder(binder(), CommitGuard.class)
                  .setBinding()
                  .toInstance(GuardedBranchTest.this::decide);
              OptionalBinder.newOptionalBinder(binder(), DatasetLabels.class)
                  .setBinding()
                  .toInstance(dataset -> Map.of("headgate.product", dataset.namespace()));
            }
          }
        });
  }

  private Optional<String> decide(CommitGuard.Proposal proposal) {
    asked.add(proposal);
    return objection;
  }

  @AfterEach
  void stop() {
    catalog().close();
    database.close();
  }

  private VersionedCatalog catalog() {
    return injector.getInstance(VersionedCatalog.class);
  }

  private Lake lake() {
    return injector.getInstance(Lake.class);
  }

  private static Table create(LakeCatalog view) {
    return view.createTable(TABLE, SCHEMA, PartitionSpec.builderFor(SCHEMA).month("day").build());
  }

  private static void append(Table table) {
    table
        .newAppend()
        .appendFile(
            DataFiles.builder(table.spec())
                .withPath("/data/" + UUID.randomUUID() + ".parquet")
                .withFileSizeInBytes(1)
                .withPartitionPath("day_month=374")
                .withRecordCount(1)
                .build())
        .commit();
  }

  @Test
  void theGuardSeesWhatACommitWouldMake() {
    lake().createBranch("release-1", Set.of(DELAYS));
    append(create(catalog().branch("release-1")));
    List<Field> fields = List.of(new Field("day", "date", true, List.of()));
    Optional<List<PartitionKey>> partition = Optional.of(List.of(new PartitionKey("day", "month")));
    assertThat(asked)
        .containsExactly(
            new CommitGuard.Proposal("release-1", DELAYS, List.of(), fields, partition, false),
            new CommitGuard.Proposal("release-1", DELAYS, fields, fields, partition, true));
  }

  private ViewBuilder view() {
    return catalog()
        .branch("release-1")
        .buildView(TABLE)
        .withSchema(SCHEMA)
        .withDefaultNamespace(Namespace.of("ops"))
        .withQuery("spark", "SELECT DATE '2001-03-01' AS day");
  }

  @Test
  void theGuardSeesWhatAViewWouldBe() {
    lake().createBranch("release-1", Set.of(DELAYS));
    view().create().updateProperties().set("owner", "ana").commit();
    List<Field> fields = List.of(new Field("day", "date", true, List.of()));
    assertThat(asked)
        .containsExactly(
            new CommitGuard.Proposal(
                "release-1", DELAYS, List.of(), fields, Optional.empty(), true),
            new CommitGuard.Proposal("release-1", DELAYS, fields, fields, Optional.empty(), false));
    objection = Optional.of("The contract ops.delays@2 has no column 100%.");
    assertThatThrownBy(() -> view().withQuery("trino", "SELECT day FROM days").replace())
        .isInstanceOf(ForbiddenException.class)
        .hasMessage("The contract ops.delays@2 has no column 100%.");
  }

  @Test
  void anObjectionIsTheWritersError() {
    lake().createBranch("release-1", Set.of(DELAYS));
    objection = Optional.of("The contract ops.delays@2 has no column 100%.");
    assertThatThrownBy(() -> create(catalog().branch("release-1")))
        .isInstanceOf(ForbiddenException.class)
        .hasMessage("The contract ops.delays@2 has no column 100%.");
    assertThat(catalog().branch("release-1").tableExists(TABLE)).isFalse();
  }

  @Test
  void mainAndRollbacksAndOlderBranchesAreNotGuarded() {
    append(create(catalog().main()));
    objection = Optional.of("no");
    long before = lake().head();
    append(catalog().main().loadTable(TABLE));
    lake().createRollbackBranch("release-1", before, Set.of(DELAYS));
    append(catalog().branch("release-1").loadTable(TABLE));
    catalog().createBranch(BranchSpec.everything("release-2"));
    append(catalog().branch("release-2").loadTable(TABLE));
    assertThat(asked).isEmpty();
  }

  @Test
  void whoIsBoundForLabelsSaysWhatReadersSee() {
    create(catalog().main());
    assertThat(catalog().pinned().loadTable(TABLE).properties())
        .containsEntry("headgate.product", "ops");
  }

  @Test
  void withoutAGuardThereAreNoObjections() {
    stop();
    injector = injector(false);
    catalog().main().createNamespace(Namespace.of("ops"));
    lake().createBranch("release-1", Set.of(DELAYS));
    append(create(catalog().branch("release-1")));
    assertThat(asked).isEmpty();
    assertThat(catalog().main().tableExists(TABLE)).isFalse();
  }
}
