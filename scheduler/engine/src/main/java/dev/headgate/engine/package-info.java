/**
 * What the rest of Headgate asks of the engine, and what the engine is given: interfaces and
 * records. How it is done is in the packages below, which others do not use.
 */
package dev.headgate.engine;
