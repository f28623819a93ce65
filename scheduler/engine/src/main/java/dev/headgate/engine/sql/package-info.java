/**
 * What the SQL of jobs and rules reads, found by the query engine's own analyzer when definitions
 * are planned, and kept, so that judging needs no analyzer. Nothing is run here.
 */
package dev.headgate.engine.sql;
