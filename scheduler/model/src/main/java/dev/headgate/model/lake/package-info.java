/** The lake as the engine sees it: a port that the versioned catalog stands behind. */
package dev.headgate.model.lake;
