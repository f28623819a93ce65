/** Reads what decisions rest on, from store and lake; changes nothing. */
package dev.headgate.engine.facts;
