/**
 * Digests of what definitions mean: the same for any order of keys, formatting and machine. What
 * belongs into a digest is for those who know the thing.
 */
package dev.headgate.definitions.digest;
