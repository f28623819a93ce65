/**
 * Figures of a dataset and how they are come by: from metadata, from the partitions that a release
 * touched, from one scan for all, or from a query. Nothing here knows what a rule expects.
 */
package dev.headgate.plugins.checks.metric;
