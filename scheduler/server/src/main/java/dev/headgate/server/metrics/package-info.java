/** Figures for Prometheus. Nothing decides by them. */
package dev.headgate.server.metrics;
