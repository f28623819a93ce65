/**
 * Puts the engine together and moves it: each product is driven by one thread at a time, as far as
 * it goes, whenever something wakes it.
 */
package dev.headgate.engine.drive;
