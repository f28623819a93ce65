/**
 * YAML definitions to the model. {@link dev.headgate.definitions.DefinitionParser} takes {@link
 * dev.headgate.definitions.Sources} and what the plugins bring ({@link
 * dev.headgate.definitions.Extensions}), and gives either {@link
 * dev.headgate.model.product.Definitions} that are valid as a whole, or every mistake of all files,
 * each with file, line, column and what was expected; never something half parsed.
 *
 * <p>How it reads: {@code YamlReader} turns a file into a tree with places, bounded in size, depth
 * and what aliases unfold to. {@code Section} opens a mapping whose keys are known. One reader for
 * each part of a definition ({@code DomainReader}, {@code PipelineReader}, {@code DatasetReader},
 * …) makes drafts: model objects with the places that {@code CrossChecks} reports at once all files
 * are seen. A reader goes on after a mistake with a harmless default, and the drafts are used only
 * if there was none. {@code Canonical} makes the digests, the same for any order of keys and on
 * every machine.
 *
 * <p>Here lives what definitions mean, and nothing that runs, stores or launches; of plugins only
 * the keys that they bring are known. The keys are documented for users in {@code
 * docs/definitions.md}.
 */
package dev.headgate.definitions;
