/** Judges a frozen branch: its checks, or for a rollback the verdict that its state once had. */
package dev.headgate.engine.judge;
