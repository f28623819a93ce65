package dev.headgate.jobs.runtime.analysis;

import dev.headgate.jobs.protocol.AnalysisRequest;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A data source whose option is an {@link AnalysisRequest} and whose one row is the answer, found
 * on the driver in the session that reads it.
 */
public final class AnalysisSource implements TableProvider {
  private static final StructType SCHEMA = new StructType().add("answer", DataTypes.StringType);

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return SCHEMA;
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new Answers();
  }

  private static final class Answers implements SupportsRead {
    @Override
    public String name() {
      return "analysis";
    }

    @Override
    @SuppressWarnings("deprecation") // Spark asks for columns(), which are made of it
    public StructType schema() {
      return SCHEMA;
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return () -> new Answer(options.get(AnalysisRequest.OPTION));
    }
  }

  private record Answer(String request) implements LocalScan {
    @Override
    public StructType readSchema() {
      return SCHEMA;
    }

    @Override
    public InternalRow[] rows() {
      AnalysisRequest asked = AnalysisRequest.parse(request);
      String answer = new Analysis(SparkSession.active(), asked).answer().toJson();
      return new InternalRow[] {
        new GenericInternalRow(new Object[] {UTF8String.fromString(answer)})
      };
    }
  }
}
