/**
 * From uploaded files to definitions and jobs, by the parser and what the plugins say they
 * understand.
 */
package dev.headgate.server.definitions;
