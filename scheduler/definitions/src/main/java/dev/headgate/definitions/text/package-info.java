/**
 * Texts with a grammar of their own: durations, cron expressions, partition transforms, SQL. Each
 * class checks one of them and says what was expected. No keys and no files.
 */
package dev.headgate.definitions.text;
