/** What people see: tables, progress, JSON. Knows nothing of releases. */
package dev.headgate.cli.terminal;
