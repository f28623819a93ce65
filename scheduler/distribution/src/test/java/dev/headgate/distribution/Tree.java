package dev.headgate.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Documents as indented lines, so that what differs is seen; how they are laid out is not told. */
final class Tree {
  private final StringBuilder lines = new StringBuilder();

  private Tree() {}

  static String ofXml(String xml) throws Exception {
    Tree tree = new Tree();
    tree.add(
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement(),
        "");
    return tree.lines.toString();
  }

  static String ofJson(String json) {
    Tree tree = new Tree();
    tree.add(Distribution.read(json), "", "");
    return tree.lines.toString();
  }

  private void add(Element element, String indent) {
    Map<String, String> attributes = new TreeMap<>();
    NamedNodeMap given = element.getAttributes();
    for (int i = 0; i < given.getLength(); i++) {
      attributes.put(given.item(i).getNodeName(), given.item(i).getNodeValue());
    }
    lines.append(indent).append(element.getTagName()).append(' ').append(attributes).append('\n');
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof Element nested) {
        add(nested, indent + "  ");
      } else if (!child.getTextContent().isBlank()) {
        lines.append(indent).append("  ").append(child.getTextContent().strip()).append('\n');
      }
    }
  }

  private void add(JsonNode node, String name, String indent) {
    lines
        .append(indent)
        .append(name)
        .append(node.isValueNode() ? node.toString() : "")
        .append('\n');
    if (node.isArray()) {
      node.forEach(item -> add(item, "- ", indent + "  "));
    } else {
      Map<String, JsonNode> fields = new TreeMap<>();
      node.fieldNames().forEachRemaining(key -> fields.put(key, node.path(key)));
      fields.forEach((key, value) -> add(value, key + ": ", indent + "  "));
    }
  }
}
