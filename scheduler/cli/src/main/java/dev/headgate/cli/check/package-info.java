/** {@code headgate check}: asks judges, and writes what they say for people and for CI. */
package dev.headgate.cli.check;
