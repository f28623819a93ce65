/** People's yes and no, the promotion itself, and its undoing. */
package dev.headgate.engine.promote;
