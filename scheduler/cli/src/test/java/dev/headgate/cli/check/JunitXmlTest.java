package dev.headgate.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.api.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** A case of JUnit XML says where its rule is, as far as that is known. */
class JunitXmlTest {
  private static final String FOUND =
      """
      {"products": [{"product": "a.b", "findings": [
        {"check": "rule", "severity": "ERROR", "outcome": "FAILED", "message": "m", "file": %s,
         "line": %s, "column": %s}]}]}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void given() throws Exception {
    Files.createDirectories(folder.resolve("lake"));
    Files.writeString(folder.resolve("lake/a.odcs.yaml"), "id: a");
  }

  private Element only(String answer) throws Exception {
    return only(Report.of(new ObjectMapper().readTree(answer)));
  }

  private Element only(Report report) throws Exception {
    Path file = folder.resolve("out.xml");
    JunitXml.write(report, file, new Repository(Optional.of(folder.resolve("lake")), folder));
    return (Element)
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("testcase")
            .item(0);
  }

  @Test
  void aRuleIsOnItsLine() throws Exception {
    Element one = only(FOUND.formatted("\"a.odcs.yaml\"", 31, 7));
    assertThat(one.getAttribute("file")).isEqualTo("lake/a.odcs.yaml");
    assertThat(one.getAttribute("line")).isEqualTo("31");
  }

  @Test
  void aLineThatIsNotKnownIsNotMadeUp() throws Exception {
    Element one = only(FOUND.formatted("\"a.odcs.yaml\"", null, null));
    assertThat(one.getAttribute("file")).isEqualTo("lake/a.odcs.yaml");
    assertThat(one.hasAttribute("line")).isFalse();
    for (String file : new String[] {"null", "\"policies/standard.policy.yaml\""}) {
      Element other = only(FOUND.formatted(file, 31, 7));
      assertThat(other.hasAttribute("file")).isFalse();
      assertThat(other.hasAttribute("line")).isFalse();
    }
  }

  @Test
  void aMistakeIsWhereItIs() throws Exception {
    Element one = only(Report.of(List.of(new Mistake("a.odcs.yaml", 3, 7, "m"))));
    assertThat(one.getAttribute("file")).isEqualTo("lake/a.odcs.yaml");
    assertThat(one.getAttribute("line")).isEqualTo("3");
  }
}
