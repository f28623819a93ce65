/**
 * Rules of the engine {@code headgate}, on what changed: since the release before, or since the
 * data was new. Where there is no release before, there is nothing to compare with, and they are
 * skipped.
 */
package dev.headgate.plugins.checks.change;
