/**
 * A versioned lake: Iceberg tables, views and namespaces with instants, branches and atomic
 * promotion, on JDBC storage. {@link dev.headgate.catalog.VersionedCatalog} is the way in, with or
 * without HTTP.
 *
 * <p>Think MVCC for a lake: the catalog's state is a map from names to metadata files. A history
 * keeps each change of the map with a log sequence number; an instant is a number; a branch is a
 * base instant plus its own changes to the map.
 */
package dev.headgate.catalog;
