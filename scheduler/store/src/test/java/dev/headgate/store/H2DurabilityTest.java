package dev.headgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2DurabilityTest {
  @TempDir Path folder;

  private DataSource file(String settings) {
    return h2("jdbc:h2:file:" + folder.resolve("db") + settings);
  }

  private static DataSource h2(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    return source;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";WRITE_DELAY=500", ";WRITE_DELAY=1"})
  void aFileThatWouldLoseCommitsIsRefusedAndNotTouched(String settings) {
    DataSource source = file(settings);

    assertThatThrownBy(() -> JdbcStore.open(source))
        .isInstanceOfSatisfying(
            HeadgateException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
        .hasMessageContaining(folder.resolve("db").toString())
        .hasMessageContaining("expected ;WRITE_DELAY=0");
    assertThatThrownBy(() -> source.getConnection().createStatement().execute("TABLE hg_release"))
        .hasMessageContaining("not found");
  }

  @Test
  void whatWasCommittedIsThereAfterReopening() {
    DataSource source = file(";WRITE_DELAY=0");

    JdbcStore.open(source).transact(t -> t.releases().nextId());

    assertThat(JdbcStore.open(source).<Long>transact(t -> t.releases().nextId())).isEqualTo(2);
  }

  @Test
  void memoryNeedsNoSetting() {
    DataSource source = h2("jdbc:h2:mem:durability;DB_CLOSE_DELAY=-1;WRITE_DELAY=500");

    assertThat(JdbcStore.open(source).<Long>transact(t -> t.releases().nextId())).isEqualTo(1);
  }
}
