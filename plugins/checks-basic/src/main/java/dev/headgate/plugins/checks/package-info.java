/** ODCS library metrics and SQL checks. */
package dev.headgate.plugins.checks;
