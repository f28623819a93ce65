/**
 * The lake over the Iceberg REST protocol. {@link dev.headgate.catalog.rest.IcebergRestServlet} is
 * the way in; it needs the servlet API and nothing else of the server that it is mounted in. What a
 * request means is decided here; what it does to the lake is done by the views of {@link
 * dev.headgate.catalog.VersionedCatalog}.
 */
package dev.headgate.catalog.rest;
