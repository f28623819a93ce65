package dev.headgate.catalog.view;

import java.util.function.UnaryOperator;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** Says where files of uncommitted metadata go; commits nothing. */
record UncommittedOperations(TableMetadata current, FileIO io, UnaryOperator<String> metadataFiles)
    implements TableOperations {
  @Override
  public TableMetadata refresh() {
    throw new UnsupportedOperationException("uncommitted metadata cannot be refreshed");
  }

  @Override
  public void commit(TableMetadata base, TableMetadata metadata) {
    throw new UnsupportedOperationException("uncommitted metadata is committed by its transaction");
  }

  @Override
  public String metadataFileLocation(String fileName) {
    return metadataFiles.apply(fileName);
  }

  @Override
  public LocationProvider locationProvider() {
    return LocationProviders.locationsFor(current.location(), current.properties());
  }
}
