/** When things are done: wake-ups, pauses between tries, and how what takes long is stopped. */
package dev.headgate.engine.pace;
