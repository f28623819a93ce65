/**
 * Removes what nobody will ask for again. What the lake no longer needs is not its business: the
 * catalog collects that.
 */
package dev.headgate.server.housekeeping;
