/**
 * The {@code headgate} command over the HTTP API: this package has its entry point and the options
 * that all commands share. Knows the server only by its API.
 */
package dev.headgate.cli;
