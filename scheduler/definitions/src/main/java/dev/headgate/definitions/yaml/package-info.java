/**
 * YAML with places: a file's bytes to a tree ({@code YamlReader}), mappings whose keys are known
 * ({@code Section}), single values ({@code Values}), and what is wrong with them ({@code
 * Problems}). Knows nothing of what a definition means.
 */
package dev.headgate.definitions.yaml;
