/**
 * Whether promises about time are kept: what is due is judged by a pure function, and a watch notes
 * when a breach begins and ends. Nothing here holds a release up.
 */
package dev.headgate.engine.servicelevel;
