/**
 * The grade of a product, from what is on record: its contracts, verdicts, breaches and waivers. It
 * says how good the evidence is, and decides nothing: what may be promoted is judged elsewhere.
 */
package dev.headgate.engine.grade;
