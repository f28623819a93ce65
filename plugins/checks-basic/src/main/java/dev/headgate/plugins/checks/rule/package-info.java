/**
 * Rules as they are written, what each needs to know, and what it makes of that. Rules on changes
 * are in {@code change}, what is valid in {@code valid}.
 */
package dev.headgate.plugins.checks.rule;
