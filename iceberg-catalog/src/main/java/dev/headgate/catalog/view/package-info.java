/**
 * Views of the lake as Iceberg catalogs: {@code main}, an instant, a branch. What is served differs
 * from what is stored in the reserved properties only; see {@link
 * dev.headgate.catalog.view.Reserved}.
 */
package dev.headgate.catalog.view;
