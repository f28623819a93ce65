/**
 * Policies and their fixtures: what one file of them says alone, and all of them together. What an
 * expression means is the languages' that plugins bring.
 */
package dev.headgate.definitions.policy;
