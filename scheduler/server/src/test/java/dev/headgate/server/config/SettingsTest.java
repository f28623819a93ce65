package dev.headgate.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.HeadgateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void http() {
    assertThat(HttpConfig.from(settings(Map.of())))
        .isEqualTo(new HttpConfig("127.0.0.1", 8642, "", 64, 16L << 20));
    assertThat(
            HttpConfig.from(
                settings(
                    Map.of(
                        "http.address", "0.0.0.0",
                        "http.port", "0",
                        "http.url", "http://lake.example",
                        "http.threads", "20",
                        "http.max-request-size", "2 gb"))))
        .isEqualTo(new HttpConfig("0.0.0.0", 0, "http://lake.example", 20, 2L << 30));
  }

  @Test
  void database() {
    assertThat(DatabaseConfig.from(settings(Map.of())))
        .isEqualTo(new DatabaseConfig("", "", "", 24))
        .matches(config -> !config.isPostgres());
    assertThat(
            DatabaseConfig.from(
                settings(
                    Map.of(
                        "database.url", "jdbc:postgresql://db/headgate",
                        "database.user", "ana",
                        "database.password", "${ENV:DB_PASSWORD}",
                        "database.pool-size", "7"))))
        .isEqualTo(new DatabaseConfig("jdbc:postgresql://db/headgate", "ana", "secret", 7))
        .matches(DatabaseConfig::isPostgres)
        .asString()
        .doesNotContain("secret");
  }

  @Test
  void lake() {
    assertThat(LakeConfig.from(settings(Map.of())))
        .isEqualTo(new LakeConfig("", Duration.ofDays(7), Map.of()));
    assertThat(
            LakeConfig.from(
                settings(
                    Map.of(
                        "lake.warehouse", "s3a://bucket/lake",
                        "lake.retention", "PT1H",
                        "lake.hadoop.fs.s3a.endpoint", "http://s3"))))
        .isEqualTo(
            new LakeConfig(
                "s3a://bucket/lake", Duration.ofHours(1), Map.of("fs.s3a.endpoint", "http://s3")));
  }

  @Test
  void engine() {
    assertThat(EngineSettings.from(settings(Map.of())))
        .isEqualTo(
            new EngineSettings(
                2,
                8,
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                Duration.ofDays(1),
                Duration.ofDays(90)));
    assertThat(
            EngineSettings.from(
                settings(
                    Map.of(
                        "engine.parallel-runs", "1",
                        "engine.workers", "2",
                        "engine.sweep-interval", "PT3S",
                        "engine.check-timeout", "PT4S",
                        "engine.open-for", "PT5S",
                        "engine.submit-timeout", "PT6S",
                        "engine.keep-logs", "PT7S"))))
        .isEqualTo(
            new EngineSettings(
                1,
                2,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7)));
  }

  @Test
  void query() {
    assertThat(QueryConfig.from(settings(Map.of())))
        .isEqualTo(new QueryConfig("spark", 10_000, Duration.ofMinutes(5)));
    assertThat(
            QueryConfig.from(
                settings(
                    Map.of(
                        "query.engine", "trino",
                        "query.max-rows", "5",
                        "query.timeout", "PT1S"))))
        .isEqualTo(new QueryConfig("trino", 5, Duration.ofSeconds(1)));
  }

  @Test
  void plugins() {
    assertThat(PluginSettings.from(settings(Map.of())))
        .isEqualTo(new PluginSettings(List.of(), Map.of()));
    PluginSettings given =
        PluginSettings.from(
            settings(Map.of("plugins.folders", "/a:/b", "plugin.spark.remote", "sc://host")));
    assertThat(given.folders(Path.of("/shipped")))
        .containsExactly(Path.of("/shipped"), Path.of("/a"), Path.of("/b"));
    assertThat(given.prefixed()).isEqualTo(Map.of("plugin.spark.remote", "sc://host"));
    assertThat(given).asString().doesNotContain("sc://host");
  }

  @Test
  void policies() {
    assertThat(PolicySettings.from(settings(Map.of())))
        .isEqualTo(new PolicySettings(Optional.empty()));
    assertThat(PolicySettings.from(settings(Map.of("policies.folder", "/srv/policies"))))
        .isEqualTo(new PolicySettings(Optional.of(Path.of("/srv/policies"))));
  }

  @Test
  void server() {
    assertThat(ServerConfig.from(settings(Map.of())))
        .isEqualTo(new ServerConfig(Duration.ofSeconds(20)));
    assertThat(ServerConfig.from(settings(Map.of("server.stop-timeout", "PT3S"))))
        .isEqualTo(new ServerConfig(Duration.ofSeconds(3)));
  }

  @Test
  void everyPropertyHasADescriptionAndAFallbackThatItAccepts() {
    Settings none = settings(Map.of());
    assertThat(KnownProperties.ALL)
        .allSatisfy(property -> assertThat(property.description()).isNotBlank())
        .allSatisfy(property -> assertThat(none.read(property)).isNotNull())
        .extracting(Property::key)
        .doesNotHaveDuplicates();
  }

  @Test
  void theCommandLineGoesOverTheEnvironmentOverTheFile() throws Exception {
    Path file = folder.resolve("headgate.properties");
    Files.writeString(file, "http.port = 1\nhttp.threads = 11\nhttp.address = 10.0.0.1\n");
    Settings settings =
        new SettingsLoader(Map.of("HEADGATE_HTTP_PORT", "2", "HEADGATE_HTTP_THREADS", "12"))
            .load(file, Map.of("http.port", "3"));

    HttpConfig config = HttpConfig.from(settings);

    assertThat(config.port()).isEqualTo(3);
    assertThat(config.threads()).isEqualTo(12);
    assertThat(config.address()).isEqualTo("10.0.0.1");
  }

  @Test
  void whatDoesNotExistIsRefusedAllAtOnceWithWhatIsNear() {
    assertThatThrownBy(() -> settings(Map.of("http.prt", "1", "database.usr", "x")))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("'http.prt'; did you mean 'http.port'?")
        .hasMessageContaining("'database.usr'; did you mean 'database.user'?");
    assertThatThrownBy(() -> settings(Map.of("nonsense", "1")))
        .hasMessageContaining("known are http.address");
    assertThatThrownBy(() -> settings(Map.of("plugin.", "1"))).hasMessageContaining("unknown");
  }

  @Test
  void wrongValuesAreRefusedWithWhatWasExpected() {
    assertRefused(Map.of("http.port", "65536"), "a number from 0 to 65535");
    assertRefused(Map.of("http.port", "x"), "a number from 0 to 65535");
    assertRefused(Map.of("http.max-request-size", "16 apples"), "a size such as");
    assertThatThrownBy(() -> QueryConfig.from(settings(Map.of("query.timeout", "PT0S"))))
        .hasMessageContaining("a duration such as");
    assertThatThrownBy(
            () -> DatabaseConfig.from(settings(Map.of("database.url", "jdbc:mysql://x"))))
        .hasMessageContaining("jdbc:postgresql://host/database");
  }

  @Test
  void aReferenceToAVariableThatIsNotSetIsRefused() {
    assertThatThrownBy(() -> settings(Map.of("database.password", "${ENV:NOT_THERE}")))
        .hasMessageContaining("database.password refers to the environment variable NOT_THERE");
  }

  private static void assertRefused(Map<String, String> values, String expected) {
    assertThatThrownBy(() -> HttpConfig.from(settings(values)))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining(expected);
  }

  private static Settings settings(Map<String, String> values) {
    return new SettingsLoader(Map.of("DB_PASSWORD", "secret"))
        .load(Path.of("does-not-exist.properties"), values);
  }
}
