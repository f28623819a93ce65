/** Starts and stops the parts of the server in order. Knows none of them. */
package dev.headgate.server.lifecycle;
