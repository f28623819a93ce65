/** What people and the clock ask for, and the answers about a product. */
package dev.headgate.engine.ask;
