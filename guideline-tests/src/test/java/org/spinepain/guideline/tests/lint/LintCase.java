package org.spinepain.guideline.tests.lint;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * A variant of the guideline's pack and what lint finds in it, as a text file says it:
 *
 * <ul>
 *   <li>{@code # …} is for the reader;
 *   <li>{@code since bundled}: the guideline's pack is the last release;
 *   <li>{@code in FILE}: lines after {@code -}, which stand there once, give place to those after
 *       {@code +}; {@code and} begins a further change of the same file;
 *   <li>{@code add FILE}: a file of the lines after {@code +};
 *   <li>{@code crlf FILE}: its lines end in carriage return and line feed;
 *   <li>{@code finds CODE}: a finding;
 *   <li>{@code at LINE}: the line where it is, once in what was changed, or else in the pack; in
 *       the rule whose head stands before that line, if no {@code end} does;
 *   <li>{@code in no rule}: as opposed to that;
 *   <li>{@code write …}: what to write instead.
 * </ul>
 *
 * @param name the name of the text file
 * @param pack the variant
 * @param previous the last release
 * @param findings what is to be found
 */
record LintCase(
    String name, PackSource pack, Optional<PackSource> previous, List<String> findings) {

  /** The cases in a folder of the test resources, by name. */
  static List<LintCase> in(String folder) {
    try {
      Path path = Path.of(LintCase.class.getResource("/lint/" + folder).toURI());
      try (Stream<Path> files = Files.list(path)) {
        return files.sorted().map(LintCase::read).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LintCase read(Path file) {
    try {
      return new Reader(file.getFileName().toString(), Files.readAllLines(file)).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lint found, as a case says it. */
  static List<String> words(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                finding.file()
                    + ":"
                    + finding.line()
                    + " "
                    + finding.code().code()
                    + finding.rule().map(rule -> " \"" + rule + "\"").orElse("")
                    + ", write "
                    + finding.instead())
        .toList();
  }

  List<Finding> lint() {
    return previous.isEmpty() ? Lint.of(pack) : Lint.of(pack, previous.get());
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Reader {

    private final String name;
    private final List<String> lines;
    private final List<String> findings = new ArrayList<>();
    private PackSource pack = PackSource.bundled();
    private Optional<PackSource> previous = Optional.empty();
    private final Set<String> touched = new LinkedHashSet<>();
    private String changed = "";
    private String code = "";
    private String place = "";
    private boolean isInRule = true;
    private int at;

    Reader(String name, List<String> lines) {
      this.name = name;
      this.lines = lines;
    }

    LintCase read() {
      while (at < lines.size()) {
        String line = lines.get(at++);
        String rest = line.substring(line.indexOf(' ') + 1);
        switch (line.split(" ", 2)[0]) {
          case "#" -> {}
          case "since" -> previous = Optional.of(PackSource.bundled());
          case "in" -> {
            if (rest.equals("no rule")) {
              isInRule = false;
            } else {
              changed = rest;
              touched.add(rest);
              change();
            }
          }
          case "and" -> change();
          case "add" -> {
            touched.add(rest);
            pack = pack.with(rest, after('+') + "\n");
          }
          case "crlf" -> pack = pack.with(rest, pack.files().get(rest).replace("\n", "\r\n"));
          case "finds" -> code = rest;
          case "at" -> {
            place = rest;
            isInRule = true;
          }
          case "write" -> findings.add(placed() + ", write " + rest);
          default -> throw new IllegalArgumentException(name + ":" + at + ": " + line);
        }
      }
      return new LintCase(name, pack, previous, List.copyOf(findings));
    }

    private String placed() {
      List<String> places = places(touched);
      if (places.isEmpty()) {
        places = places(pack.files().keySet());
      }
      if (places.size() != 1) {
        throw new IllegalArgumentException(name + ": " + place + " stands at " + places);
      }
      return places.get(0);
    }

    private List<String> places(Set<String> files) {
      List<String> places = new ArrayList<>();
      for (String file : files) {
        List<String> text = pack.files().get(file).lines().toList();
        String rule = "";
        for (int line = 1; line <= text.size(); line++) {
          String here = text.get(line - 1).strip();
          if (here.matches("rule [\"'].*")) {
            rule = " \"" + here.split("[\"']", -1)[1] + '"';
          }
          if (here.equals(place)) {
            places.add(file + ":" + line + " " + code + (isInRule ? rule : ""));
          }
          if (here.equals("end")) {
            rule = "";
          }
        }
      }
      return places;
    }

    private void change() {
      pack = pack.replacing(changed, after('-'), after('+'));
    }

    private String after(char sign) {
      int from = at;
      while (at < lines.size() && lines.get(at).startsWith(String.valueOf(sign))) {
        at++;
      }
      return lines.subList(from, at).stream().map(line -> line.substring(1)).collect(joining("\n"));
    }
  }
}
