package org.spinepain.guideline.tests.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.spinepain.guideline.tests.review.SummaryFiles;

/** A table of the page of a review, and its chart, as its template takes them. */
final class ReviewPageTable {

  private ReviewPageTable() {}

  static Map<String, Object> row(String label, OptionalLong... numbers) {
    return Map.of(
        "labels",
        List.of(label),
        "numbers",
        Stream.of(numbers).map(number -> number(number, false)).toList());
  }

  static Map<String, Object> number(OptionalLong number, boolean marked) {
    return number.isPresent()
        ? Map.of(
            "text",
            SummaryWords.number(number),
            "value",
            Long.toString(number.getAsLong()),
            "marked",
            marked)
        : Map.of("text", SummaryWords.number(number), "marked", false);
  }

  static Map<String, Object> table(
      String id,
      String title,
      String caption,
      List<String> labels,
      List<String> numbers,
      List<Map<String, Object>> rows) {
    Map<String, Object> table = new HashMap<>();
    table.put("id", id);
    table.put("title", title);
    table.put("caption", caption);
    table.put("kind", "counts");
    table.put("labels", labels);
    table.put("numbers", numbers);
    table.put("series", List.of());
    table.put("rows", rows);
    return table;
  }

  /**
   * Adds a chart of the first columns of numbers, unless what is not zero of it is withheld.
   *
   * @param groups what an axis has from its rows, in words
   * @param counts what the other axis counts
   */
  static void chart(
      Map<String, Object> table, String kind, List<String> series, String groups, String counts) {
    Set<Object> values = new HashSet<>();
    for (Object row : (List<?>) table.get("rows")) {
      for (Object number : numbers(row).subList(0, series.size())) {
        values.add(((Map<?, ?>) number).get("value"));
      }
    }
    if (values.remove(null) && Set.of("0").containsAll(values)) {
      table.put(
          "noChart", "Chart: " + SummaryFiles.WITHHELD + ", since no number above 0 is shown.");
      return;
    }
    table.put("chart", kind);
    table.put("series", series);
    table.put("groups", groups);
    table.put("counts", counts);
    table.put(
        "chartLabel",
        (kind.equals("bars") ? "Bar chart: " : "Line chart: ")
            + table.get("title")
            + ", "
            + counts
            + ". The table after it has its numbers.");
  }

  private static List<?> numbers(Object row) {
    return (List<?>) ((Map<?, ?>) row).get("numbers");
  }

  static void more(Map<String, Object> table, int all, int shown, String what) {
    if (shown < all) {
      table.put(
          "more", "And " + (all - shown) + " more " + what + "; the tables in CSV have them all.");
    }
  }
}
