/**
 * Descriptors: ODPS documents to what products say of themselves. {@code OdpsShapes} says which
 * keys the standard has, by its version. Which product a descriptor is of, and whether its ports
 * name the contracts that hold there, is known once all files are seen ({@code Descriptors}).
 */
package dev.headgate.definitions.descriptor;
