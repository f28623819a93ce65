/**
 * The versioned lake as the server uses it: the engine's port, the REST endpoint, a view to browse.
 */
package dev.headgate.server.lake;
