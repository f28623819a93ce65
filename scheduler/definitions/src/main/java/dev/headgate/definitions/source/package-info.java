/**
 * The files: which of them are definitions ({@code Sources}), how they are found in a folder, and
 * the files that definitions name ({@code FileReferences}). Nothing here knows a definition's keys.
 */
package dev.headgate.definitions.source;
