package dev.headgate.store;

import org.junit.jupiter.api.Nested;

/** The behaviour suite on H2 in memory. */
class H2MemoryStoreTest {
  @Nested
  class Releases extends ReleaseSuite {
    Releases() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Runs extends RunSuite {
    Runs() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Products extends ProductSuite {
    Products() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class DefinitionsOfProducts extends DefinitionSuite {
    DefinitionsOfProducts() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Waivers extends WaiverSuite {
    Waivers() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Metrics extends MetricSuite {
    Metrics() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Acceptances extends AcceptanceSuite {
    Acceptances() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Analyses extends AnalysisSuite {
    Analyses() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Breaches extends BreachSuite {
    Breaches() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Audit extends AuditSuite {
    Audit() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Events extends OutboxSuite {
    Events() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Transactions extends TransactionSuite {
    Transactions() {
      super(TestDatabase::h2InMemory);
    }
  }

  @Nested
  class Opening extends OpeningSuite {
    Opening() {
      super(TestDatabase::h2InMemory);
    }
  }
}
