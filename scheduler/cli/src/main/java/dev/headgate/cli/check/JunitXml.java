package dev.headgate.cli.check;

import dev.headgate.cli.api.Mistake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as JUnit XML, as CI servers read it: a suite for each product, a case for each rule.
 * What is waived or skipped is a skipped case; a warning passes and says so in its output. A case
 * has the {@code file} and the {@code line} of its rule as far as they are known.
 */
final class JunitXml {
  private static final String DEFINITIONS = "definitions";

  private final XMLStreamWriter xml;
  private final Repository repository;

  private JunitXml(XMLStreamWriter xml, Repository repository) {
    this.xml = xml;
    this.repository = repository;
  }

  static void write(Report report, Path file, Repository repository) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new JunitXml(xml, repository).report(report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void report(Report report) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "headgate check");
    Map<String, List<Report.Result>> products = new LinkedHashMap<>();
    report
        .results()
        .forEach(r -> products.computeIfAbsent(r.product(), p -> new ArrayList<>()).add(r));
    for (var product : products.entrySet()) {
      suite(product.getKey(), product.getValue());
    }
    if (!report.mistakes().isEmpty()) {
      mistakes(report.mistakes());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String product, List<Report.Result> results) throws XMLStreamException {
    start(
        product,
        results.size(),
        count(results, Report.Kind.FAIL),
        count(results, Report.Kind.ERROR),
        count(results, Report.Kind.WAIVED) + count(results, Report.Kind.SKIP));
    for (Report.Result result : results) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", text(result.subject()));
      xml.writeAttribute("name", text(result.rule()));
      Optional<String> path = repository.path(result.file());
      if (path.isPresent()) {
        place(path.get(), result.line());
      }
      switch (result.kind()) {
        case FAIL -> outcome("failure", result.message());
        case ERROR -> outcome("error", result.message());
        case WAIVED -> outcome("skipped", "waived: " + result.message());
        case SKIP -> outcome("skipped", result.message());
        case WARN -> output("warning: " + result.message());
        case PASS -> output(result.message());
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void mistakes(List<Mistake> mistakes) throws XMLStreamException {
    start(DEFINITIONS, mistakes.size(), mistakes.size(), 0, 0);
    for (Mistake mistake : mistakes) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", text(mistake.file()));
      xml.writeAttribute("name", "line " + mistake.line() + ", column " + mistake.column());
      place(repository.fromRoot(mistake.file()), mistake.line());
      outcome("failure", mistake.message());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void place(String path, int line) throws XMLStreamException {
    xml.writeAttribute("file", text(path));
    if (line > 0) {
      xml.writeAttribute("line", String.valueOf(line));
    }
  }

  private void start(String name, long tests, long failures, long errors, long skipped)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", text(name));
    xml.writeAttribute("tests", String.valueOf(tests));
    xml.writeAttribute("failures", String.valueOf(failures));
    xml.writeAttribute("errors", String.valueOf(errors));
    xml.writeAttribute("skipped", String.valueOf(skipped));
  }

  private void outcome(String element, String message) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", text(message));
    xml.writeEndElement();
  }

  private void output(String text) throws XMLStreamException {
    xml.writeStartElement("system-out");
    xml.writeCharacters(text(text));
    xml.writeEndElement();
  }

  private static long count(List<Report.Result> results, Report.Kind kind) {
    return results.stream().filter(r -> r.kind() == kind).count();
  }

  /** XML 1.0 has no control characters. */
  private static String text(String any) {
    return any.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
  }
}
