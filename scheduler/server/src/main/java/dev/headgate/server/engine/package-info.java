/** The engine within the server: made, started, stopped, and where its runs' logs are. */
package dev.headgate.server.engine;
