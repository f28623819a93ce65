/** Opens the store on the shared database. */
package dev.headgate.server.store;
