/**
 * Kills, lost connections and races against a lake that works at full speed. What is checked here
 * holds at any moment; the behaviour of single calls is the suites' of the package above.
 */
package dev.headgate.catalog.torture;
