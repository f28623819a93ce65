/**
 * The one database, shared by catalog, store and schedules. Which kind it is, is decided by the
 * modules chosen.
 */
package dev.headgate.server.database;
