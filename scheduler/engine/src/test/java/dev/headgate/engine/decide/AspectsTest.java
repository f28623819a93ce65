package dev.headgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.WriteMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AspectsTest {
  @Test
  void aFolderThatMovedChangesNoContent() {
    Dataset here = dataset("/here/load.jar", "same");
    assertThat(Aspects.ofContent(here, here)).isEmpty();
    assertThat(Aspects.ofContent(here, dataset("/there/load.jar", "same")))
        .containsExactly("place of the job's files");
    assertThat(Aspects.ofContent(here, dataset("/here/load.jar", "other")))
        .containsExactly("definition");
    assertThat(Aspects.ofContent(here, dataset("/here/other.jar", "other")))
        .containsExactly("job's settings");
  }

  private static Dataset dataset(String jar, String digest) {
    return new Dataset(
        DatasetName.parse("shop.orders"),
        List.of(),
        Optional.empty(),
        new Job("spark-app", Map.of("jar", jar), Map.of()),
        new WriteMode.Overwrite(),
        List.of(),
        1,
        Duration.ofMinutes(5),
        digest);
  }
}
