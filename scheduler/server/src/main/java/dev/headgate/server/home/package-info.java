/** The folder in which a server keeps everything, and who may use it. */
package dev.headgate.server.home;
