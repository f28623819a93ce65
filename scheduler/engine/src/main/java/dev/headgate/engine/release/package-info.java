/** How a release comes to be, gets its branch, and loses it. */
package dev.headgate.engine.release;
