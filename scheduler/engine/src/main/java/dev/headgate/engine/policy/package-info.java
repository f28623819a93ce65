/**
 * What policies come to: facts out of definitions and releases, conditions asked of them. Pure: it
 * neither reads the lake nor the store, and no file.
 */
package dev.headgate.engine.policy;
