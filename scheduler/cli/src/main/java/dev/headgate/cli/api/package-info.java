/** Talks to a server: where it is, who asks, and what its errors mean for an exit code. */
package dev.headgate.cli.api;
