package dev.headgate.server.lake;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.file.Warehouses;
import dev.headgate.catalog.rest.IcebergRestServlet;
import dev.headgate.catalog.state.Name;
import dev.headgate.model.lake.CommitGuard;
import dev.headgate.model.lake.DatasetLabels;
import dev.headgate.model.lake.Lake;
import dev.headgate.server.config.LakeConfig;
import dev.headgate.server.home.Home;
import dev.headgate.server.http.IcebergEndpoint;
import dev.headgate.server.http.Listener;
import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The versioned catalog, in the server's database. Who binds a {@link CommitGuard} (by {@code
 * OptionalBinder}) is asked about commits on releases' branches; who binds {@link DatasetLabels},
 * about what readers see on tables.
 */
public final class LakeModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), Service.class).addBinding().to(LakeCollection.class);
    OptionalBinder.newOptionalBinder(binder(), CommitGuard.class)
        .setDefault()
        .toInstance(CommitGuard.NONE);
    OptionalBinder.newOptionalBinder(binder(), DatasetLabels.class)
        .setDefault()
        .toInstance(DatasetLabels.NONE);
  }

  @Provides
  @Singleton
  VersionedCatalog catalog(
      DataSource database,
      LakeConfig config,
      Home home,
      Provider<CommitGuard> guard,
      Provider<DatasetLabels> labels) {
    String warehouse = config.warehouse().isEmpty() ? home.lake().toString() : config.warehouse();
    return VersionedCatalog.open(
        CatalogConfig.of(
                database,
                Warehouses.location(warehouse),
                Warehouses.open(warehouse, config.hadoop()))
            .withRetention(config.retention())
            .withGuards(Map.of(ContractGuard.NAME, new ContractGuard(guard)))
            .withLabels(name -> labels(labels, name)));
  }

  private static Map<String, String> labels(Provider<DatasetLabels> labels, Name name) {
    return Names.dataset(name.asIdentifier())
        .map(dataset -> labels.get().of(dataset))
        .orElse(Map.of());
  }

  @Provides
  @Singleton
  Lake lake(VersionedCatalog catalog) {
    return new CatalogLake(catalog);
  }

  @Provides
  @Singleton
  LakeBrowser browser(VersionedCatalog catalog, Listener listener) {
    return new CatalogBrowser(catalog, URI.create(listener.url() + "/iceberg"));
  }

  @Provides
  @Singleton
  @IcebergEndpoint
  HttpServlet endpoint(VersionedCatalog catalog) {
    return new IcebergRestServlet(catalog);
  }
}
