/**
 * What the documents of a standard may look like, as data: keys, their types, which are required. A
 * document is checked against its shape first; who reads its meaning after that finds each value
 * either as expected or already reported.
 */
package dev.headgate.definitions.shape;
