package dev.headgate.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.CheckFactory;
import dev.headgate.spi.KeySpec;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleKeysTest {
  private static final Map<String, List<KeySpec>> TYPES = Scene.PLUGIN.checks().get(0).types();

  @Test
  void eachTypeHasItsKeys() {
    assertThat(TYPES.keySet())
        .containsExactlyInAnyOrder(
            "rowCount",
            "nullValues",
            "missingValues",
            "invalidValues",
            "duplicateValues",
            "relationship",
            "sql",
            "rowCountChange",
            "nullShareChange",
            "distributionDrift",
            "freshness");
    assertThat(own("rowCount")).containsExactly("unit");
    assertThat(own("invalidValues")).containsExactly("column", "property", "unit", "arguments");
    assertThat(own("relationship"))
        .containsExactly("unit", "arguments.columns", "arguments.dataset", "arguments.properties");
    assertThat(own("sql")).containsExactly("query", "column", "property");
    assertThat(own("distributionDrift")).containsExactly("column", "property", "arguments.buckets");
    assertThat(own("freshness")).containsExactly("column", "property", "unit");
  }

  private static List<String> own(String type) {
    return TYPES.get(type).stream()
        .map(KeySpec::name)
        .filter(
            k ->
                !List.of("description", "dimension", "businessImpact", "method", "tags")
                    .contains(k))
        .toList();
  }

  @Test
  void eachTypeCanBeDocumented() {
    assertThat(TYPES.values())
        .allSatisfy(
            keys ->
                assertThat(keys)
                    .extracting(KeySpec::name)
                    .contains("description", "dimension", "businessImpact", "method", "tags"));
  }

  @Test
  void eachTypeIsRead() throws Exception {
    try (Scene scene = new Scene()) {
      for (String type : TYPES.keySet()) {
        assertThat(scene.broken(type, Map.of())).as(type).doesNotContain("no checks of type");
      }
    }
  }

  @Test
  void hasNoConfiguration() {
    PluginContext context = new PluginContext(Map.of("colour", "red"), Path.of("."), Path.of("."));
    assertThat(Scene.PLUGIN.checks()).hasSize(1);
    for (CheckFactory factory : Scene.PLUGIN.checks()) {
      assertThatThrownBy(() -> factory.create(context))
          .isInstanceOf(PluginException.class)
          .hasMessage("unknown configuration: [colour]; the basic checks have none");
    }
  }
}
