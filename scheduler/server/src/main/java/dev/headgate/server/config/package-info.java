/**
 * Settings: where they come from and what may be set. Each feature's settings are one record here;
 * nothing here knows what they are used for.
 */
package dev.headgate.server.config;
