/** JMH and whole-system benchmarks; not part of verify. */
package dev.headgate.bench;
