/**
 * Exceptions to checks and policies: who may make one, for how long, and which findings it keeps
 * from blocking. Knows no lake and no plugin.
 */
package dev.headgate.engine.waive;
