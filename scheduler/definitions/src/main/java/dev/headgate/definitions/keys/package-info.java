/**
 * Keys that plugins bring ({@code Extensions}, {@code KeyRule}) and the readers that follow them.
 * The keys of Headgate itself are with the readers of each part.
 */
package dev.headgate.definitions.keys;
