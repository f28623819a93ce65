/**
 * Whole-system benchmarks: what Headgate does beside what a user would do instead, in one run. Each
 * way to promote is a {@link dev.headgate.bench.Contender}; what is measured is the same for all.
 */
package dev.headgate.bench;
