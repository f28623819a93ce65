package dev.headgate.store;

import org.junit.jupiter.api.Nested;

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
}
