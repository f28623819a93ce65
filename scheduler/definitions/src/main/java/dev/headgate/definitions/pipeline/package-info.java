/**
 * Pipelines: a product with its datasets, jobs, triggers, notifications and promotion, and the
 * digests of what they mean. Here is what one file says alone; what needs other files is checked in
 * {@code dev.headgate.definitions}.
 */
package dev.headgate.definitions.pipeline;
