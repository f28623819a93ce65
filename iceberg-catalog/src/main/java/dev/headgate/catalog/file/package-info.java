/**
 * Metadata files and the FileIO that they are read and written with. Metadata files are immutable.
 */
package dev.headgate.catalog.file;
