/**
 * Cron. Quartz fires and never decides: all it does is tell the engine that a moment has come. The
 * only package that may use Quartz.
 */
package dev.headgate.server.quartz;
