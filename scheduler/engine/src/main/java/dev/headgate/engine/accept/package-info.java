/** Consumers accept new majors of what they read. */
package dev.headgate.engine.accept;
