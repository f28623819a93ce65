package dev.headgate.catalog.file;

import java.nio.file.Path;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** A local file to be written, under the location that it was asked for by. */
record LocalOutputFile(String location, Path path) implements OutputFile {
  @Override
  public PositionOutputStream create() {
    return delegate().create();
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return delegate().createOrOverwrite();
  }

  @Override
  public InputFile toInputFile() {
    return new LocalInputFile(location, path);
  }

  private OutputFile delegate() {
    return org.apache.iceberg.Files.localOutput(path.toFile());
  }
}
