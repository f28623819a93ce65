/**
 * Loads plugins from their folders and keeps them until the server stops. What they bring is found
 * by name in a {@link dev.headgate.server.plugins.Registry}; which of it is used, and when, is
 * decided elsewhere. No plugin is known here by name.
 */
package dev.headgate.server.plugins;
