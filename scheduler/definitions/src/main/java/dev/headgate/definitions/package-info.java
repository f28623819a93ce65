/** YAML definitions to the model, every error with file, line and column. */
package dev.headgate.definitions;
