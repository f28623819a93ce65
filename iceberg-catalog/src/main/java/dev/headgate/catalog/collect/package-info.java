/**
 * Deletes files that nothing refers to: what a discarded branch wrote, what failed attempts left on
 * a promoted one, tables that no kept instant shows. Never by what a client asks: condemn, wait,
 * look again, delete.
 */
package dev.headgate.catalog.collect;
