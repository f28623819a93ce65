/** Queries that people ask of any view of the lake. */
package dev.headgate.server.query;
