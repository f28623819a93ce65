/**
 * What the standards of Bitol have in common, for contracts (ODCS) and for descriptors (ODPS): keys
 * that came with a version, teams, custom properties. Which keys there are is not here.
 */
package dev.headgate.definitions.bitol;
