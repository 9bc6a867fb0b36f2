package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The page of a review, read back. That it is read as XML, once its scripts are empty and its void
 * elements closed, shows that every other element is closed where it should be.
 */
record PageDocument(String source, Element root) {

  /** A cell of a table: what it shows, and what its chart is drawn from. */
  record Cell(String text, Optional<String> value) {}

  static PageDocument of(String source) {
    String xml =
        source
            .replace("<!DOCTYPE html>", "")
            .replaceAll("(?s)<(script|style)>.*?</\\1>", "")
            .replaceAll("<meta ([^>]*)>", "<meta $1/>");
    try {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement();
      return new PageDocument(source, root);
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("not well-formed", e);
    }
  }

  String title() {
    return text(all(root, "title").get(0));
  }

  String text() {
    return text(all(root, "body").get(0));
  }

  /** The figures at the top. */
  List<String> figures() {
    return all(root, "div").stream()
        .filter(div -> div.getAttribute("class").startsWith("figure "))
        .map(div -> text(all(div, "dt").get(0)) + ": " + text(all(div, "dd").get(0)))
        .toList();
  }

  /** The rows of a table, the cells of each joined by spaces. */
  List<String> table(String id) {
    return all(all(withId(id), "tbody").get(0), "tr").stream()
        .map(row -> all(row, "*").stream().filter(PageDocument::isCell))
        .map(cells -> cells.map(PageDocument::text).collect(Collectors.joining(" ")))
        .toList();
  }

  List<Cell> cells() {
    return all(root, "td").stream()
        .map(
            cell ->
                new Cell(
                    text(cell),
                    cell.hasAttribute("data-value")
                        ? Optional.of(cell.getAttribute("data-value"))
                        : Optional.empty()))
        .toList();
  }

  /** The heading of the page. */
  String heading() {
    return text(all(root, "h1").get(0));
  }

  /** What is printed on every sheet of paper. */
  List<String> onEverySheet() {
    return all(root, "div").stream()
        .filter(div -> div.getAttribute("class").equals("every-page"))
        .map(PageDocument::text)
        .toList();
  }

  /** The charts: their kind, their table, the columns of it that they show and their axes. */
  List<String> charts() {
    List<String> charts = new ArrayList<>();
    for (Element div : all(root, "div")) {
      if (div.hasAttribute("data-chart")) {
        assertThat(all(div, "canvas").get(0).getAttribute("aria-label")).isNotEmpty();
        String table = div.getAttribute("data-table");
        charts.add(
            div.getAttribute("data-chart")
                + " of "
                + table
                + ": "
                + all(withId(table), "th").stream()
                    .map(head -> head.getAttribute("data-series"))
                    .filter(series -> !series.isEmpty())
                    .collect(Collectors.joining(", "))
                + "; axes: "
                + div.getAttribute("data-groups")
                + ", "
                + div.getAttribute("data-counts"));
      }
    }
    return charts;
  }

  private Element withId(String id) {
    return all(root, "table").stream()
        .filter(table -> table.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isCell(Element element) {
    return element.getTagName().equals("td") || element.getTagName().equals("th");
  }

  private static List<Element> all(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static String text(Element element) {
    return element.getTextContent().strip().replaceAll("\\s+", " ");
  }
}
