/** Decides, plans and drives releases. */
package dev.headgate.engine;
