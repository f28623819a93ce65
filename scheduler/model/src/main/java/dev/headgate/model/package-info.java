/**
 * The words of Headgate as records, with its state machines, ports and errors. Nothing but the JDK.
 */
package dev.headgate.model;
