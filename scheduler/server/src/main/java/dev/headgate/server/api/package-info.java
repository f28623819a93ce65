/**
 * The routes below {@code /api}: requests to the engine, readings of the store and the lake, and
 * the JSON that scripts rely on. Decides nothing.
 */
package dev.headgate.server.api;
