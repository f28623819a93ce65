/** Whether the server can do its work: each check looks at one thing it needs. */
package dev.headgate.server.health;
