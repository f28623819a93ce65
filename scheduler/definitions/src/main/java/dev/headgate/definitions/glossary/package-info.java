/**
 * The glossary: the words that all domains share, of {@code glossary.yaml}. What columns make of
 * them is looked at once everything is read, in the engine.
 */
package dev.headgate.definitions.glossary;
