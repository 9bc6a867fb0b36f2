package org.spinepain.guideline.tests.mutation;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.ArrayList;
import java.util.List;
import org.spinepain.guideline.tests.pack.CompilationException;

/** The changes of what a consequence or a function puts out: the values in its Java. */
final class ConsequenceMutants {

  private static final String FIGURE = "-?\\d+\\.\\d+";

  private final String java;
  private final Constants constants;
  private final Codes codes;
  private final List<LocalChange> changes = new ArrayList<>();

  private ConsequenceMutants(String java, Constants constants, Codes codes) {
    this.java = java;
    this.constants = constants;
    this.codes = codes;
  }

  static List<LocalChange> of(String java, Constants constants, Codes codes) {
    ConsequenceMutants made = new ConsequenceMutants(java, constants, codes);
    made.visit(parse(java));
    return made.changes;
  }

  /** Notes the codes that a consequence puts out. */
  static void gather(String java, Codes codes) {
    parse(java)
        .findAll(StringLiteralExpr.class)
        .forEach(
            text -> {
              if (Codes.isCode(text.asString())) {
                codes.add(place(text), text.asString());
              }
            });
  }

  private static BlockStmt parse(String java) {
    JavaParser parser =
        new JavaParser(
            new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                .setTabSize(1));
    return parser
        .parseBlock("{" + java + "}")
        .getResult()
        .orElseThrow(() -> new CompilationException("this is no Java: " + java));
  }

  private void visit(Node node) {
    if (node instanceof StringLiteralExpr text) {
      ofText(text);
    } else if (node instanceof FieldAccessExpr field
        && constants.has(field.getScope().toString())) {
      ofConstant(field);
    } else {
      if (node instanceof ConditionalExpr choice) {
        swap(choice);
      } else if (node instanceof BinaryExpr comparison) {
        negate(comparison);
      } else if (node instanceof MethodCallExpr call) {
        fill(call);
      }
      // JavaParser keeps children in no order to rely on; what has no place was not written.
      node.getChildNodes().stream()
          .filter(child -> child.getRange().isPresent())
          .sorted((a, b) -> Integer.compare(from(a), from(b)))
          .forEach(this::visit);
    }
  }

  private void ofText(StringLiteralExpr literal) {
    String text = literal.asString();
    int from = from(literal) + 1;
    if (text.matches(FIGURE)) {
      change(Operator.FIGURE_CHANGED, from, from + text.length(), Texts.figureChanged(text));
    } else if (Codes.isCode(text)) {
      change(
          Operator.CODE_CHANGED,
          from,
          from + text.length(),
          codes.other(place(literal), text, List.of(text)));
    } else {
      Texts.changes(java.substring(from, to(literal) - 1))
          .forEach(c -> change(c.operator(), from + c.from(), from + c.to(), c.replacement()));
    }
  }

  private void ofConstant(FieldAccessExpr field) {
    String type = field.getScope().toString();
    constants
        .other(type, field.getNameAsString(), List.of())
        .ifPresent(
            other ->
                change(
                    type.equals("Status") ? Operator.STATUS_CHANGED : Operator.VALUE_EXCHANGED,
                    from(field),
                    to(field),
                    type + "." + other));
  }

  private void swap(ConditionalExpr choice) {
    Node condition = choice.getCondition();
    change(
        Operator.CONSTRAINT_NEGATED,
        from(condition),
        to(condition),
        "!(" + java.substring(from(condition), to(condition)) + ")");
  }

  private void negate(BinaryExpr comparison) {
    if (comparison.getOperator() == BinaryExpr.Operator.AND
        || comparison.getOperator() == BinaryExpr.Operator.OR) {
      change(
          Operator.CONSTRAINT_NEGATED,
          from(comparison),
          to(comparison),
          "!(" + java.substring(from(comparison), to(comparison)) + ")");
    }
  }

  /** A figure or certainty that is said not to be held is invented. */
  private void fill(MethodCallExpr call) {
    String invented =
        switch (call.getNameAsString()) {
          case "estimateNotHeld" -> "estimate( \"0.01\", \"0.00\", \"0.02\" )";
          case "certaintyNotHeld" -> "certainty( Certainty.LOW )";
          default -> "";
        };
    if (!invented.isEmpty()) {
      change(Operator.FIGURE_CHANGED, from(call.getName()), to(call), invented);
    }
  }

  /** What takes a text: a constructor or method. */
  private static String place(StringLiteralExpr text) {
    Node taker = text.getParentNode().orElseThrow();
    if (taker instanceof ObjectCreationExpr made) {
      return made.getTypeAsString();
    }
    return taker instanceof MethodCallExpr call ? call.getNameAsString() : "";
  }

  private int from(Node node) {
    return offset(node.getBegin().orElseThrow());
  }

  private int to(Node node) {
    return offset(node.getEnd().orElseThrow()) + 1;
  }

  /** The place in the text of the consequence, before which the parser saw a brace. */
  private int offset(Position position) {
    int lineStart = 0;
    for (int line = 1; line < position.line; line++) {
      lineStart = java.indexOf('\n', lineStart) + 1;
    }
    return lineStart + position.column - 1 - (position.line == 1 ? 1 : 0);
  }

  private void change(Operator operator, int from, int to, String replacement) {
    changes.add(new LocalChange(operator, from, to, replacement));
  }
}
