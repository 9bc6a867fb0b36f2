package org.spinepain.guideline.tests.guide;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of the guide.
 *
 * @param line where it begins in the file, from 1
 * @param language what stands behind the fence
 * @param text what is in it, with the end of the last line
 */
record Block(int line, String language, String text) {

  private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern EXIT_CODE = Pattern.compile("(?m)^exit code (\\d+)\\n");

  /** The blocks between this heading and the next of its level. */
  static List<Block> under(String heading, String markdown) {
    int from = markdown.indexOf(heading + "\n");
    if (from < 0) {
      throw new IllegalArgumentException("there is no " + heading);
    }
    int to = markdown.indexOf("\n### ", from);
    List<Block> blocks = new ArrayList<>();
    Matcher fenced = FENCED.matcher(markdown).region(from, to < 0 ? markdown.length() : to);
    while (fenced.find()) {
      int line = (int) markdown.substring(0, fenced.start()).lines().count() + 1;
      blocks.add(new Block(line, fenced.group(1), fenced.group(2)));
    }
    return blocks;
  }

  /** The exit code that is shown; 0 when none is. */
  int exitCode() {
    Matcher shown = EXIT_CODE.matcher(text);
    return shown.find() ? Integer.parseInt(shown.group(1)) : 0;
  }

  /** What a program prints that prints what is shown, with anything in the place of each …. */
  Pattern printed() {
    String lines = EXIT_CODE.matcher(text).replaceAll("");
    return Pattern.compile(
        "(?ms)^" + Arrays.stream(lines.split("…", -1)).map(Pattern::quote).collect(joining(".*?")));
  }
}
