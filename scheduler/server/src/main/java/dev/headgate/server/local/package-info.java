/**
 * What the command does in its own process, without a server, by the server's parts: the plugins
 * and the settings of a home. Nothing here opens a port, a database or a lake.
 */
package dev.headgate.server.local;
