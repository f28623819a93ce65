/**
 * Runs any command as a job: {@code {type: command, run: [./load.sh, arg], env: {KEY: value}}}.
 *
 * <p>The command is started directly, not through a shell, in a folder of its own that is removed
 * afterwards. Elements of {@code run} that start with {@code ./} are files beside the definition;
 * they are written there, so that a script finds its helpers as well as it is found itself. Its
 * output goes to the run's log. Its environment is what {@link
 * dev.headgate.plugins.command.CommandEnvironment} says, nothing else of the server's.
 *
 * <p>What holds for processes: when an attempt ends, however it ends, none of its processes is
 * left: they are asked to end, and killed after {@code stop-grace}. Descendants are known by
 * parentage; on Linux also those that cut it ({@code setsid}, double fork) are found by their
 * environment. If the server is killed, a command lives on until the server's next start, which
 * kills it; until then it can commit nothing, as the catalog was in the same process, and
 * afterwards its token is dead.
 */
package dev.headgate.plugins.command;
