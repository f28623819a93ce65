/** What is refused while a release is written; not what is judged when it is. */
package dev.headgate.engine.guard;
