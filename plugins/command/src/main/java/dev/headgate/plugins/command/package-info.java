/** Runs any command as a job. */
package dev.headgate.plugins.command;
