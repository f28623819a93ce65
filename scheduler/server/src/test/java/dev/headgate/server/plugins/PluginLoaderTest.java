package dev.headgate.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.KeySpec;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest {
  /** Does what the job's setting {@code do} says, seen from inside a plugin. */
  private static final String LAUNCHER =
      """
      class Inside implements Launcher {
        private final PluginContext context;
        Inside(PluginContext context) { this.context = context; }
        public JobOutcome run(JobRequest request, JobListener listener) {
          String what = (String) request.job().settings().get("do");
          String name = (String) request.job().settings().getOrDefault("name", "");
          switch (what) {
            case "class":
              try {
                Class<?> found = Class.forName(name);
                return said(String.valueOf(found.getClassLoader() == Plugin.class.getClassLoader()));
              } catch (ClassNotFoundException e) {
                return said("not found");
              }
            case "resource":
              return said(String.valueOf(getClass().getClassLoader().getResource(name)));
            case "context":
              listener.started("called back");
              ClassLoader context = Thread.currentThread().getContextClassLoader();
              return said(String.valueOf(context == getClass().getClassLoader()));
            case "checked":
              throw Inside.<RuntimeException>sneaky(new java.io.IOException("checked"));
            case "linkage":
              throw new NoClassDefFoundError("site/Gone");
            case "config":
              return said(this.context.config() + " " + this.context.data().getFileName() + " "
                  + java.nio.file.Files.isDirectory(this.context.data()));
            default:
              throw new PluginException("what is " + what);
          }
        }
        public void close() { Log.add(context, "launcher"); }
        private static JobOutcome said(String text) {
          return new JobOutcome.Succeeded(Map.of("said", text));
        }
        @SuppressWarnings("unchecked")
        private static <E extends Exception> E sneaky(Exception e) throws E { throw (E) e; }
      }
      class Log {
        static void add(PluginContext context, String line) {
          try {
            java.nio.file.Files.writeString(context.data().resolve("../closed"),
                context.data().getFileName() + " " + line + "\\n",
                java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
          } catch (java.io.IOException e) {
            throw new PluginException("log", e);
          }
        }
      }
      """;

  private static final String FACTORY =
      """
      public class Good implements Plugin {
        public String name() { return "NAME"; }
        public List<LauncherFactory> launchers() {
          return List.of(new LauncherFactory() {
            public String jobType() { return "TYPE"; }
            public List<KeySpec> keys() {
              return List.of(KeySpec.required("do", KeySpec.Type.STRING, "a word"));
            }
            public Launcher create(PluginContext context) {
              CREATE
              return new Inside(context);
            }
          });
        }
      }
      """;

  @TempDir Path work;

  @Test
  void loadsWhatAPluginBrings() throws Exception {
    good("alpha", "alpha-job");
    try (LoadedPlugins plugins = load(Map.of("plugin.alpha.a.b", "c", "other", "x"))) {
      assertThat(plugins.folders()).isEqualTo(Map.of("alpha", folder("alpha")));
      Registry.Entry<Launcher> entry = plugins.launchers().find("alpha-job").orElseThrow();
      assertThat(entry.plugin()).isEqualTo("alpha");
      assertThat(entry.keys()).extracting(KeySpec::name).containsExactly("do");
      assertThat(said(plugins, "alpha-job", "config", "")).isEqualTo("{a.b=c} alpha true");
      assertThat(plugins.launchers().find("other")).isEmpty();
      assertThat(plugins.checks().all()).isEmpty();
    }
  }

  @Test
  void aPluginSeesTheJdkAndTheSpiAndNothingElseOfTheServer() throws Exception {
    good("alpha", "alpha-job");
    Class.forName("com.google.inject.Guice");
    Class.forName("org.apache.iceberg.Table");
    Class.forName("dev.headgate.engine.Engine");
    try (LoadedPlugins plugins = load(Map.of())) {
      assertThat(said(plugins, "alpha-job", "class", "com.google.inject.Guice"))
          .isEqualTo("not found");
      assertThat(said(plugins, "alpha-job", "class", "org.apache.iceberg.Table"))
          .isEqualTo("not found");
      assertThat(said(plugins, "alpha-job", "class", "dev.headgate.engine.Engine"))
          .isEqualTo("not found");
      assertThat(said(plugins, "alpha-job", "class", "dev.headgate.server.plugins.PluginLoader"))
          .isEqualTo("not found");
      assertThat(said(plugins, "alpha-job", "resource", "com/google/inject/Guice.class"))
          .isEqualTo("null");
      assertThat(said(plugins, "alpha-job", "class", "java.net.http.HttpClient"))
          .isEqualTo("false");
      assertThat(said(plugins, "alpha-job", "class", "java.sql.Connection")).isEqualTo("false");
      for (String shared :
          List.of("dev.headgate.spi.Plugin", "dev.headgate.model.ErrorCode", "org.slf4j.Logger")) {
        assertThat(said(plugins, "alpha-job", "class", shared)).as(shared).isEqualTo("true");
      }
    }
  }

  @Test
  void twoPluginsMayHaveClassesOfTheSameName() throws Exception {
    good("alpha", "alpha-job");
    good("beta", "beta-job");
    try (LoadedPlugins plugins = load(Map.of())) {
      assertThat(said(plugins, "alpha-job", "class", "site.Good")).isEqualTo("false");
      assertThat(said(plugins, "beta-job", "class", "site.Good")).isEqualTo("false");
    }
  }

  @Test
  void callsRunWithThePluginsContextClassLoaderAndBack() throws Exception {
    good("alpha", "alpha-job");
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    List<ClassLoader> back = new ArrayList<>();
    JobListener listener =
        new JobListener() {
          @Override
          public void started(String externalId) {
            back.add(Thread.currentThread().getContextClassLoader());
          }

          @Override
          public void progress(String line) {}
        };
    try (LoadedPlugins plugins = load(Map.of())) {
      JobOutcome outcome = launcher(plugins, "alpha-job").run(job("context", ""), listener);
      assertThat(outcome).isEqualTo(new JobOutcome.Succeeded(Map.of("said", "true")));
      assertThat(back).containsExactly(mine);
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(mine);
    }
  }

  @Test
  void whatAPluginThrowsIsAPluginException() throws Exception {
    good("alpha", "alpha-job");
    try (LoadedPlugins plugins = load(Map.of())) {
      assertThatThrownBy(() -> said(plugins, "alpha-job", "nonsense", ""))
          .isInstanceOf(PluginException.class)
          .hasMessage("what is nonsense");
      assertThatThrownBy(() -> said(plugins, "alpha-job", "checked", ""))
          .isInstanceOf(PluginException.class)
          .hasMessage("plugin 'alpha': java.io.IOException: checked");
      assertThatThrownBy(() -> said(plugins, "alpha-job", "linkage", ""))
          .isInstanceOf(PluginException.class)
          .hasMessage("plugin 'alpha' is broken: java.lang.NoClassDefFoundError: site/Gone");
    }
  }

  @Test
  void closesInReverseOrder() throws Exception {
    good("alpha", "alpha-job");
    good("beta", "beta-job");
    load(Map.of()).close();
    assertThat(work.resolve("data/closed")).hasContent("beta launcher\nalpha launcher\n");
  }

  @Test
  void aFailureClosesWhatIsOpen() throws Exception {
    good("alpha", "alpha-job");
    factory("beta", "beta-job", "if (true) throw new IllegalStateException(\"no luck\");");
    assertThatThrownBy(() -> load(Map.of()))
        .hasMessage(
            "plugin 'beta' in "
                + folder("beta")
                + " cannot be loaded: java.lang.IllegalStateException: no luck");
    assertThat(work.resolve("data/closed")).hasContent("alpha launcher\n");
  }

  private void good(String name, String type) throws IOException {
    factory(name, type, "");
  }

  private void factory(String name, String type, String create) throws IOException {
    new PluginJar()
        .source("Inside", LAUNCHER)
        .source(
            "Good", FACTORY.replace("NAME", name).replace("TYPE", type).replace("CREATE", create))
        .service("Good")
        .write(folder(name), name, work);
  }

  private Path folder(String name) {
    return work.resolve("plugins").resolve(name);
  }

  private LoadedPlugins load(Map<String, String> config) throws IOException {
    Files.createDirectories(work.resolve("plugins"));
    return new PluginLoader(work, work.resolve("data"))
        .load(List.of(work.resolve("plugins")), config);
  }

  private String said(LoadedPlugins plugins, String type, String what, String name)
      throws InterruptedException {
    JobListener silent =
        new JobListener() {
          @Override
          public void started(String externalId) {}

          @Override
          public void progress(String line) {}
        };
    JobOutcome outcome = launcher(plugins, type).run(job(what, name), silent);
    return ((JobOutcome.Succeeded) outcome).metrics().get("said");
  }

  private static Launcher launcher(LoadedPlugins plugins, String type) {
    return plugins.launchers().find(type).orElseThrow().instance();
  }

  private JobRequest job(String what, String name) {
    return new JobRequest(
        ProductName.parse("a.b"),
        1,
        "1-b",
        1,
        new Job("any", Map.of("do", what, "name", name), Map.of()),
        List.of(),
        Map.of(),
        Map.of(),
        new CatalogAccess("http://127.0.0.1/iceberg", "release-1", "t"),
        Map.of(),
        work.resolve("log"),
        Duration.ofMinutes(1));
  }
}
