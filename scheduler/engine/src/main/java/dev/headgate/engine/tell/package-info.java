/** Delivers what happened, at least once: to the lake's clean-up, to people, to event sinks. */
package dev.headgate.engine.tell;
