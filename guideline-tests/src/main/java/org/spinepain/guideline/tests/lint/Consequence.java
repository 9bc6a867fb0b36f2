package org.spinepain.guideline.tests.lint;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.rules.conclusion.Evidence;

/** The consequence of a rule, as Java. */
final class Consequence {

  private final DrlRule rule;
  private final Types types;
  private final String java;
  private final ParseResult<BlockStmt> parsed;
  private final List<Concluded> concluded = new ArrayList<>();

  /**
   * What a consequence concludes.
   *
   * @param type the type of the conclusion
   * @param at where it is made
   * @param literals the components that are written out: a text, or an enum constant without type
   * @param calls what is called on the builder of a row of evidence, else empty
   */
  record Concluded(
      Class<?> type, int at, Map<String, Expression> literals, List<MethodCallExpr> calls) {

    /** A component that is written out. */
    Optional<String> literal(String component) {
      return Optional.ofNullable(literals.get(component)).flatMap(Consequence::literalOf);
    }
  }

  Consequence(DrlRule rule, Types types) {
    this.rule = rule;
    this.types = types;
    this.java = "{" + rule.consequence() + "}";
    this.parsed =
        new JavaParser(
                new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                    .setTabSize(1))
            .parseBlock(java);
    block().ifPresent(this::gather);
  }

  DrlRule rule() {
    return rule;
  }

  /** What the parser of Java says against it; empty when it is Java. */
  Optional<String> error() {
    return problem()
        .map(
            says ->
                says.replaceFirst("^Parse error\\. Found", "found")
                    .replaceFirst(", expected one of .*", "")
                    .replaceFirst("^found \"}\"$", "it ends too early"));
  }

  /** The sign that is missing where the error is, when it is one that ends things. */
  Optional<String> missing() {
    return problem()
        .filter(says -> says.contains("expected"))
        .flatMap(
            says ->
                Stream.of(")", ";")
                    .filter(sign -> says.replaceFirst(".*expected", "").contains('"' + sign + '"'))
                    .findFirst());
  }

  private Optional<String> problem() {
    return parsed.isSuccessful()
        ? Optional.empty()
        : Optional.of(parsed.getProblem(0).getMessage().lines().findFirst().orElse("no Java"));
  }

  /** Where the parser of Java found an error. */
  int errorAt() {
    return parsed
        .getProblem(0)
        .getLocation()
        .flatMap(where -> where.getBegin().getRange())
        .map(range -> at(range.begin))
        .orElse(rule.then());
  }

  /** It as Java; empty when it is none. */
  Optional<BlockStmt> block() {
    return parsed.isSuccessful() ? parsed.getResult() : Optional.empty();
  }

  /** What it concludes. */
  List<Concluded> concluded() {
    return concluded;
  }

  /** Whether a part of it makes a conclusion, or tells something to a row of evidence. */
  boolean concludes(Node part) {
    return (part instanceof ObjectCreationExpr made
            && conclusion(made.getType().getNameAsString()).isPresent())
        || concluded.stream().anyMatch(one -> one.calls().contains(part));
  }

  /** Where a part of it stands in the file. */
  int at(Node node) {
    return node.getRange().map(range -> at(range.begin)).orElse(rule.then());
  }

  private int at(Position position) {
    int start = 0;
    for (int line = 1; line < position.line; line++) {
      start = java.indexOf('\n', start) + 1;
    }
    return rule.consequenceFrom() + start + position.column - 1 - 1;
  }

  private void gather(BlockStmt block) {
    for (ObjectCreationExpr made : block.findAll(ObjectCreationExpr.class)) {
      conclusion(made.getType().getNameAsString())
          .ifPresent(
              type ->
                  concluded.add(
                      new Concluded(
                          type, at(made), components(type, made.getArguments()), List.of())));
    }
    for (MethodCallExpr call : block.findAll(MethodCallExpr.class)) {
      boolean startsRow =
          call.getNameAsString().equals("behind")
              && call.getScope().filter(scope -> scope.toString().equals("Evidence")).isPresent();
      if (startsRow) {
        evidence(call);
      }
    }
  }

  private Optional<Class<?>> conclusion(String name) {
    return types
        .find(name)
        .or(() -> Types.unimported(name))
        .filter(Conclusion.class::isAssignableFrom);
  }

  private static Map<String, Expression> components(Class<?> type, NodeList<Expression> arguments) {
    Map<String, Expression> literals = new LinkedHashMap<>();
    RecordComponent[] components = type.getRecordComponents();
    if (components != null) {
      for (int i = 0; i < Math.min(components.length, arguments.size()); i++) {
        literals.put(components[i].getName(), arguments.get(i));
      }
    }
    return literals;
  }

  private void evidence(MethodCallExpr behind) {
    List<MethodCallExpr> calls = new ArrayList<>(List.of(behind));
    Node outer = behind;
    while (outer.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().filter(outer::equals).isPresent()) {
      calls.add(call);
      outer = call;
    }
    Map<String, Expression> literals = new LinkedHashMap<>();
    for (MethodCallExpr call : calls) {
      switch (call.getNameAsString()) {
        case "behind" -> put(literals, call, "recommendation");
        case "on" -> put(literals, call, "pattern", "technique", "injectate");
        case "saying" -> put(literals, call, "plain");
        case "status" -> put(literals, call, "status");
        default -> {}
      }
    }
    concluded.add(new Concluded(Evidence.class, at(behind), literals, calls));
  }

  private static void put(
      Map<String, Expression> literals, MethodCallExpr call, String... components) {
    for (int i = 0; i < Math.min(components.length, call.getArguments().size()); i++) {
      literals.put(components[i], call.getArgument(i));
    }
  }

  /** A text or an enum constant that is written out; of texts that are joined, what is written. */
  static Optional<String> literalOf(Expression expression) {
    if (expression instanceof StringLiteralExpr text) {
      return Optional.of(text.asString());
    }
    return expression instanceof FieldAccessExpr field
            && field.getScope().toString().matches("[A-Z]\\w*")
        ? Optional.of(field.getNameAsString())
        : Optional.empty();
  }

  /** How long the texts are that are written out and joined. */
  static int length(Expression expression) {
    if (expression instanceof StringLiteralExpr text) {
      return text.asString().length();
    }
    if (expression instanceof BinaryExpr joined) {
      return length(joined.getLeft()) + length(joined.getRight());
    }
    return expression.isEnclosedExpr() ? length(expression.asEnclosedExpr().getInner()) : 0;
  }
}
