/**
 * The demo: a story on real flights, told over the HTTP API like everything else that the command
 * does.
 */
package dev.headgate.cli.demo;
