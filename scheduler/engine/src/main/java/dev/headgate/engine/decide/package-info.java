/**
 * What to do about a product, as pure functions of facts: no clock, store, lake or thread in here.
 */
package dev.headgate.engine.decide;
