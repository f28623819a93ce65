/** In-memory stands-ins for the engine's ports, hand-written, that keep the ports' promises. */
package dev.headgate.engine.fake;
