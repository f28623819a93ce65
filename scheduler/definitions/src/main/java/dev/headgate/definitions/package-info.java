/**
 * YAML definitions to the model. {@link dev.headgate.definitions.DefinitionParser} takes {@link
 * dev.headgate.definitions.source.Sources} and what the plugins bring ({@link
 * dev.headgate.definitions.keys.Extensions}), and gives either {@link
 * dev.headgate.model.product.Definitions} that are valid as a whole, or every mistake of all files,
 * each with file, line, column and what was expected; never something half parsed.
 *
 * <p>How it reads, by package: {@code source} finds the files; {@code yaml} makes a tree with
 * places of each; {@code domain}, {@code pipeline}, {@code contract}, {@code descriptor}, {@code
 * glossary} and {@code check} have one reader for each part of a definition, with {@code text} for
 * texts that have a grammar and {@code keys} for keys that plugins bring. They make drafts: model
 * objects with the places that {@code CrossChecks} reports at once all files are seen. A reader
 * goes on after a mistake with a harmless default, and the drafts are used only if there was none.
 *
 * <p>Here lives what definitions mean, and nothing that runs, stores or launches; of plugins only
 * the keys that they bring are known. The keys are documented for users in {@code
 * docs/definitions.md}.
 */
package dev.headgate.definitions;
