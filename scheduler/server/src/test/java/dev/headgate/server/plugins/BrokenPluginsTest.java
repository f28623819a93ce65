package dev.headgate.server.plugins;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.HeadgateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a plugin stops the start, with its name, folder and the cause. */
class BrokenPluginsTest {
  private static final String EMPTY =
      "public class CLASS implements Plugin { public String name() { return \"NAME\"; } BODY }";

  private static final String CHECK =
      """
      public List<CheckFactory> checks() {
        return List.of(new CheckFactory() {
          public Map<String, List<KeySpec>> types() { return Map.of("freshness", List.of()); }
          public Check create(PluginContext context) {
            return request -> List.of();
          }
        });
      }
      """;

  @TempDir Path work;
  private Path plugins;

  @BeforeEach
  void directory() throws IOException {
    plugins = Files.createDirectory(work.resolve("plugins"));
  }

  @Test
  void noService() throws Exception {
    jar("Some", "alpha", "").write(plugins.resolve("alpha"), "a", work);
    broken(
        "alpha",
        "expected exactly one service dev.headgate.spi.Plugin in its jars, but found none");
  }

  @Test
  void severalServices() throws Exception {
    jar("One", "alpha", "")
        .source("Two", empty("Two", "alpha", ""))
        .service("One")
        .service("Two")
        .write(plugins.resolve("alpha"), "a", work);
    broken(
        "alpha",
        "expected exactly one service dev.headgate.spi.Plugin in its jars, but found [site.One,"
            + " site.Two]");
  }

  @Test
  void aServiceThatIsNotThere() throws Exception {
    jar("One", "alpha", "").service("Two").write(plugins.resolve("alpha"), "a", work);
    broken("alpha", "Provider site.Two not found");
  }

  @Test
  void aConstructorThatThrows() throws Exception {
    jar("One", "alpha", "public One() { throw new IllegalStateException(\"no luck\"); }")
        .service("One")
        .write(plugins.resolve("alpha"), "a", work);
    broken("alpha", "java.lang.IllegalStateException: no luck");
  }

  @Test
  void anInitializerThatThrows() throws Exception {
    jar("One", "alpha", "static final int N = Integer.parseInt(\"x\");")
        .service("One")
        .write(plugins.resolve("alpha"), "a", work);
    broken("alpha", "NumberFormatException: For input string: \"x\"");
  }

  @Test
  void aClassThatIsMissing() throws Exception {
    jar("One", "alpha", "Gone gone = new Gone();")
        .source("Gone", "class Gone {}")
        .service("One")
        .without("Gone")
        .write(plugins.resolve("alpha"), "a", work);
    broken("alpha", "java.lang.NoClassDefFoundError: site/Gone");
  }

  @Test
  void aFileThatIsNoJar() throws Exception {
    jar("One", "alpha", "").service("One").write(plugins.resolve("alpha"), "a", work);
    Files.writeString(plugins.resolve("alpha/b.jar"), "not a zip file");
    broken("alpha", "b.jar is not a jar that can be read");
  }

  @Test
  void anEmptyFolder() throws Exception {
    Files.createDirectory(plugins.resolve("alpha"));
    broken("alpha", "there is no jar in the folder");
  }

  @Test
  void aNameThatIsNone() throws Exception {
    Files.createDirectory(plugins.resolve("Al.pha"));
    broken(
        "Al.pha", "'Al.pha' is not a plugin's name: expected lower case letters, digits and '-'");
  }

  @Test
  void aNameThatIsNotTheFolders() throws Exception {
    jar("One", "beta", "").service("One").write(plugins.resolve("alpha"), "a", work);
    broken("alpha", "it calls itself 'beta'; expected the name of its folder");
  }

  @Test
  void aCheckThatAnotherPluginBrings() throws Exception {
    jar("One", "alpha", CHECK).service("One").write(plugins.resolve("alpha"), "a", work);
    jar("One", "beta", CHECK).service("One").write(plugins.resolve("beta"), "b", work);
    broken("beta", "it brings the check 'freshness', and so does the plugin 'alpha'");
  }

  @Test
  void aFactoryThatMakesNothing() throws Exception {
    String nothing = CHECK.replaceAll("(?s)return request.*?;", "return null;");
    jar("One", "alpha", nothing).service("One").write(plugins.resolve("alpha"), "a", work);
    broken("alpha", "it made no Check 'freshness'; expected one");
  }

  @Test
  void aJobTypeThatIsTheEnginesOwn() throws Exception {
    String open =
        """
        public List<LauncherFactory> launchers() {
          return List.of(new LauncherFactory() {
            public String jobType() { return "open"; }
            public List<KeySpec> keys() { return List.of(); }
            public Launcher create(PluginContext context) { return null; }
          });
        }
        """;
    jar("One", "alpha", open).service("One").write(plugins.resolve("alpha"), "a", work);
    broken("alpha", "it brings the job type 'open', which is what is built from outside");
  }

  @Test
  void aConfigurationThatThePluginRefuses() throws Exception {
    String picky =
        CHECK.replace(
            "return request",
            "if (!context.config().isEmpty())"
                + " throw new PluginException(\"unknown configuration: \" + context.config());"
                + " return request");
    jar("One", "alpha", picky).service("One").write(plugins.resolve("alpha"), "a", work);
    load(Map.of()).close();
    assertThatThrownBy(() -> load(Map.of("plugin.alpha.colour", "red")))
        .isInstanceOf(HeadgateException.class)
        .hasMessage(
            "plugin 'alpha' in "
                + plugins.resolve("alpha")
                + " cannot be loaded: unknown configuration: {colour=red}");
  }

  @Test
  void configurationForNoPlugin() throws Exception {
    jar("One", "alpha", "").service("One").write(plugins.resolve("alpha"), "a", work);
    assertThatThrownBy(() -> load(Map.of("plugin.alpa.colour", "red")))
        .isInstanceOf(HeadgateException.class)
        .hasMessage(
            "configuration 'plugin.alpa.colour': there is no plugin 'alpa'; expected one of"
                + " [alpha]");
    assertThatThrownBy(() -> load(Map.of("plugin.alpha", "red")))
        .isInstanceOf(HeadgateException.class)
        .hasMessage("configuration 'plugin.alpha': expected plugin.<name>.<key>");
  }

  @Test
  void twoFoldersOfOneName() throws Exception {
    jar("One", "alpha", "").service("One").write(plugins.resolve("alpha"), "a", work);
    Path site = Files.createDirectory(work.resolve("site"));
    jar("One", "alpha", "").service("One").write(site.resolve("alpha"), "a", work);
    assertThatThrownBy(() -> loader().load(List.of(plugins, site), Map.of()))
        .isInstanceOf(HeadgateException.class)
        .hasMessage(
            "there are two plugins 'alpha': in "
                + plugins.resolve("alpha")
                + " and in "
                + site.resolve("alpha")
                + "; expected one");
  }

  @Test
  void directoriesThatAreNone() throws Exception {
    Path gone = work.resolve("gone");
    assertThatThrownBy(() -> loader().load(List.of(gone), Map.of()))
        .isInstanceOf(HeadgateException.class)
        .hasMessage(
            gone + " is not a directory; expected a directory of plugins, a folder for each");
    Path loose = Files.writeString(plugins.resolve("loose.jar"), "");
    assertThatThrownBy(() -> load(Map.of()))
        .isInstanceOf(HeadgateException.class)
        .hasMessage(
            loose + " lies in the directory of plugins; expected it in a folder of its own there");
  }

  private void broken(String name, String cause) {
    assertThatThrownBy(() -> load(Map.of()))
        .isInstanceOf(HeadgateException.class)
        .hasMessageStartingWith(
            "plugin '" + name + "' in " + plugins.resolve(name) + " cannot be loaded: ")
        .hasMessageContaining(cause);
  }

  private static PluginJar jar(String type, String name, String body) {
    return new PluginJar().source(type, empty(type, name, body));
  }

  private static String empty(String type, String name, String body) {
    return EMPTY.replace("CLASS", type).replace("NAME", name).replace("BODY", body);
  }

  private LoadedPlugins load(Map<String, String> config) {
    return loader().load(List.of(plugins), config);
  }

  private PluginLoader loader() {
    return new PluginLoader(work, work.resolve("data"));
  }
}
