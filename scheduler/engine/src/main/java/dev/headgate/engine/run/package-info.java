/** Builds a release: its runs in order, each in attempts that leave nothing behind. */
package dev.headgate.engine.run;
