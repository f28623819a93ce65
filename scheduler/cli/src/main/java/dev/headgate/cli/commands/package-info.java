/** One class per command: reads its arguments, asks the server, prints the answer. */
package dev.headgate.cli.commands;
