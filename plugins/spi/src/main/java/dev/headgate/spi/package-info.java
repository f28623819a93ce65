/**
 * What a plugin implements. A plugin is a folder of jars with one {@link dev.headgate.spi.Plugin}
 * found by {@link java.util.ServiceLoader} in a class loader of its own, which sees the JDK, this
 * package, {@code dev.headgate.model} and SLF4J of the server, and nothing else of it.
 */
package dev.headgate.spi;
