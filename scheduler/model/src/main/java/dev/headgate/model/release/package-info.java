/** Releases, runs and attempts, their state machines, verdicts and decisions. */
package dev.headgate.model.release;
