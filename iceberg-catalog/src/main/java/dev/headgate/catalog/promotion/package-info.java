/**
 * Makes the final metadata of a branch's tables and swaps it in; the swap itself is SQL, in {@code
 * state}.
 */
package dev.headgate.catalog.promotion;
