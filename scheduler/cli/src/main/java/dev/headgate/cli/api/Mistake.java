package dev.headgate.cli.api;

/**
 * What is wrong in a definition file.
 *
 * @param file its path among the definitions
 * @param line from 1, and so the column
 */
public record Mistake(String file, int line, int column, String message) {}
