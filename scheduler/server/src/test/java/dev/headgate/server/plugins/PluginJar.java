package dev.headgate.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.HeadgateException;
import dev.headgate.spi.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A real jar, made of sources that are compiled against the SPI during the test. */
final class PluginJar {
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> services = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  /** A class of the package {@code site}, without the package line. */
  PluginJar source(String name, String text) {
    sources.put(name, "package site;\nimport dev.headgate.spi.*;\nimport java.util.*;\n" + text);
    return this;
  }

  /** Names a class of the package {@code site} as a service. */
  PluginJar service(String name) {
    services.add("site." + name);
    return this;
  }

  /** Leaves a compiled class out of the jar. */
  PluginJar without(String name) {
    left.add("site/" + name + ".class");
    return this;
  }

  /** Compiles and writes {@code <folder>/<name>.jar}. */
  void write(Path folder, String name, Path work) throws IOException {
    Path classes = Files.createTempDirectory(work, "classes");
    compile(classes);
    Files.createDirectories(folder);
    try (OutputStream file = Files.newOutputStream(folder.resolve(name + ".jar"));
        JarOutputStream jar = new JarOutputStream(file);
        Stream<Path> found = Files.walk(classes)) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        String entry = classes.relativize(path).toString().replace('\\', '/');
        if (!left.contains(entry)) {
          jar.putNextEntry(new JarEntry(entry));
          Files.copy(path, jar);
        }
      }
      if (!services.isEmpty()) {
        jar.putNextEntry(new JarEntry("META-INF/services/" + Plugin.class.getName()));
        jar.write(String.join("\n", services).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void compile(Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String path =
        where(Plugin.class) + System.getProperty("path.separator") + where(HeadgateException.class);
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of("-classpath", path, "-d", classes.toString(), "-proc:none", "--release", "17");
    List<Source> units =
        sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
    assertThat(compiler.getTask(problems, null, null, options, null, units).call())
        .as(problems.toString())
        .isTrue();
  }

  private static String where(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///site/" + name + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
