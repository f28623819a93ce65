/** What is remembered, as ports: one transaction gives access to all of it. */
package dev.headgate.model.store;
