package dev.headgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real database behind a line that breaks when a certain method is called. */
class LostConnectionTest {
  private final AtomicReference<String> breaksAt = new AtomicReference<>("nothing");
  private TestDatabase database;
  private JdbcStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.h2InMemory();
    store = JdbcStore.open(breaking(DataSource.class, database.source()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private <T> T breaking(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(breaksAt.get())) {
                throw new SQLException("the line is dead", "08006");
              }
              try {
                Object result = method.invoke(real, arguments);
                return result instanceof Connection connection
                    ? breaking(Connection.class, connection)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private ErrorCode outcome() {
    AtomicReference<ErrorCode> code = new AtomicReference<>();
    assertThatThrownBy(() -> store.transact(t -> t.releases().nextId()))
        .isInstanceOfSatisfying(HeadgateException.class, e -> code.set(e.code()));
    return code.get();
  }

  @Test
  void atCommitTheOutcomeIsUnknown() {
    breaksAt.set("commit");

    assertThat(outcome()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
  }

  @Test
  void beforeCommitNothingHappened() {
    breaksAt.set("prepareStatement");

    assertThat(outcome()).isEqualTo(ErrorCode.EXTERNAL);
  }

  @Test
  void whereNoneIsToBeHadNothingHappened() {
    breaksAt.set("getConnection");

    assertThat(outcome()).isEqualTo(ErrorCode.EXTERNAL);
  }
}
