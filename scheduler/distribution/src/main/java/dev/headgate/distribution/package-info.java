/** Puts bin, lib, plugins and conf together; end-to-end and architecture tests. */
package dev.headgate.distribution;
