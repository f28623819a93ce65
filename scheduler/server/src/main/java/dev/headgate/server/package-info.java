/** Main, wiring, Quartz, HTTP API. */
package dev.headgate.server;
