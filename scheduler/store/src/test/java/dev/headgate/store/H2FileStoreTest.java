package dev.headgate.store;

import org.junit.jupiter.api.Nested;

/** The behaviour suite on an H2 file. */
class H2FileStoreTest {
  @Nested
  class Releases extends ReleaseSuite {
    Releases() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Runs extends RunSuite {
    Runs() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Products extends ProductSuite {
    Products() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class DefinitionsOfProducts extends DefinitionSuite {
    DefinitionsOfProducts() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Waivers extends WaiverSuite {
    Waivers() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Metrics extends MetricSuite {
    Metrics() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Acceptances extends AcceptanceSuite {
    Acceptances() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Analyses extends AnalysisSuite {
    Analyses() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Breaches extends BreachSuite {
    Breaches() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Audit extends AuditSuite {
    Audit() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Events extends OutboxSuite {
    Events() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Transactions extends TransactionSuite {
    Transactions() {
      super(TestDatabase::h2File);
    }
  }

  @Nested
  class Opening extends OpeningSuite {
    Opening() {
      super(TestDatabase::h2File);
    }
  }
}
