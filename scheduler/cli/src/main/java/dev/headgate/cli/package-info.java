/** The headgate command, over the HTTP API. */
package dev.headgate.cli;
