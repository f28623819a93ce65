/**
 * What columns make of the glossary's terms, as findings of a plan. Pure: definitions and the joins
 * found in SQL go in, findings come out.
 */
package dev.headgate.engine.glossary;
