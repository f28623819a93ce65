package dev.headgate.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The behaviour suite on PostgreSQL. */
class PostgresStoreIT {
  @Nested
  class Releases extends ReleaseSuite {
    Releases() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Runs extends RunSuite {
    Runs() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Products extends ProductSuite {
    Products() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class DefinitionsOfProducts extends DefinitionSuite {
    DefinitionsOfProducts() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Waivers extends WaiverSuite {
    Waivers() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Metrics extends MetricSuite {
    Metrics() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Acceptances extends AcceptanceSuite {
    Acceptances() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Analyses extends AnalysisSuite {
    Analyses() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Breaches extends BreachSuite {
    Breaches() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Audit extends AuditSuite {
    Audit() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Events extends OutboxSuite {
    Events() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Transactions extends TransactionSuite {
    Transactions() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class Opening extends OpeningSuite {
    Opening() {
      super(PostgresServer::freshDatabase);
    }
  }

  @Nested
  class AuditIsAppendOnly extends StoreSuite {
    AuditIsAppendOnly() {
      super(PostgresServer::freshDatabase);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "UPDATE hg_audit SET actor = 'eve'",
          "DELETE FROM hg_audit",
          "TRUNCATE hg_audit"
        })
    void theDatabaseItselfRefusesChanges(String change) {
      write(t -> t.audit().append(Samples.event("x")));

      assertThatThrownBy(() -> database.execute(change))
          .hasRootCauseInstanceOf(SQLException.class)
          .rootCause()
          .hasMessageContaining("hg_audit is append-only");
    }
  }
}
