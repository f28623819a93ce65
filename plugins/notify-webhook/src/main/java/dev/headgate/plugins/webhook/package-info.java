/** Notifies and sends events to HTTP endpoints. */
package dev.headgate.plugins.webhook;
