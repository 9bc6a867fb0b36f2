package org.spinepain.guideline.tests.lint;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.rules.conclusion.Evidence;
import org.spinepain.guideline.tests.lint.Consequence.Concluded;

/** Whether a consequence is Java, and concludes something whole in its own name. */
final class ConsequenceChecks {

  /** Of a text for people. */
  static final int LONGEST_TEXT = 300;

  static final String AT_MOST = "at most " + LONGEST_TEXT + ", or two conclusions";

  /** What a row of evidence is told, and by which calls. */
  private static final Map<String, Set<String>> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("on( pattern, technique, injectate )", Set.of("on"));
    PARTS.put(
        "estimate( \"…\", \"…\", \"…\" ) or estimateNotHeld()",
        Set.of("estimate", "estimateNotHeld"));
    PARTS.put(
        "certainty( Certainty.… ) or certaintyNotHeld()", Set.of("certainty", "certaintyNotHeld"));
    PARTS.put("saying( \"…\" )", Set.of("saying"));
    PARTS.put("status( Status.… )", Set.of("status"));
  }

  private final Pack pack;
  private final DrlRule rule;
  private final Consequence consequence;
  private final Types types;

  private ConsequenceChecks(Pack pack, Consequence consequence) {
    this.pack = pack;
    this.rule = consequence.rule();
    this.consequence = consequence;
    this.types = pack.types(rule.file());
  }

  static void check(Pack pack) {
    for (DrlRule rule : pack.rules()) {
      pack.consequence(rule)
          .ifPresent(consequence -> new ConsequenceChecks(pack, consequence).check());
    }
  }

  private void check() {
    Optional<BlockStmt> block = consequence.block();
    if (block.isEmpty()) {
      // What modifies a fact is no Java and told as such.
      if (!rule.consequence().contains("modify")) {
        pack.add(
            FindingCode.JAVA_ERROR,
            rule,
            consequence.errorAt(),
            "the consequence is no Java: " + consequence.error().orElseThrow(),
            consequence
                .missing()
                .map(sign -> sign + " here")
                .orElse("Java as in the rules beside it, each statement with ; at its end"));
      }
      return;
    }
    block.get().findAll(FieldAccessExpr.class).forEach(this::constant);
    block.get().findAll(ObjectCreationExpr.class).forEach(this::made);
    block.get().findAll(MethodCallExpr.class).forEach(this::call);
    block.get().findAll(NullLiteralExpr.class).forEach(this::nothing);
    for (Concluded concluded : consequence.concluded()) {
      text(concluded);
      status(concluded);
      if (concluded.type() == Evidence.class && !concluded.calls().isEmpty()) {
        evidence(concluded);
      }
    }
  }

  private void constant(FieldAccessExpr access) {
    String scope = access.getScope().toString();
    if (!scope.matches("[A-Z]\\w*")) {
      return;
    }
    Optional<Class<?>> type = types.find(scope);
    if (type.isEmpty()) {
      unknownType(consequence.at(access), scope);
    } else if (type.get().isEnum()
        && !Types.constants(type.get()).contains(access.getNameAsString())) {
      ConditionChecks.unknownConstant(
          pack, rule, consequence.at(access), type.get(), access.getNameAsString());
    }
  }

  private void made(ObjectCreationExpr made) {
    String name = made.getType().getNameWithScope();
    if (types.find(name).isEmpty()) {
      unknownType(consequence.at(made.getType()), name);
    }
  }

  private void call(MethodCallExpr call) {
    call.getScope()
        .map(Expression::toString)
        .filter(scope -> scope.matches("[A-Z]\\w*") && types.find(scope).isEmpty())
        .ifPresent(scope -> unknownType(consequence.at(call), scope));
    if (call.getNameAsString().equals("insertLogical")) {
      boolean inOwnName =
          call.getArguments().stream()
              .anyMatch(argument -> argument.toString().contains("drools.getRule()"));
      if (!inOwnName && nothingElseIsWrong(call)) {
        pack.add(
            FindingCode.NOT_OWN_NAME,
            rule,
            consequence.at(call),
            "this conclusion does not remember the rule that makes it",
            "drools.getRule() as its last argument");
      }
    }
  }

  /** A null that is concluded; with one that Java needs elsewhere nothing is wrong. */
  private void nothing(NullLiteralExpr nothing) {
    Expression argument = nothing;
    while (argument.getParentNode().orElse(null) instanceof Expression outer
        && (outer.isEnclosedExpr()
            || outer.isCastExpr()
            || (outer.isConditionalExpr()
                && !outer.asConditionalExpr().getCondition().equals(argument)))) {
      argument = outer;
    }
    Node call = argument.getParentNode().orElse(nothing);
    if (consequence.concludes(call)) {
      pack.add(
          FindingCode.NULL,
          rule,
          consequence.at(nothing),
          FindingCode.NULL.found("null"),
          "a fact or a constant; every field has a value");
    }
  }

  /** A variable that is inserted can have been made with the rule in another statement. */
  private boolean nothingElseIsWrong(MethodCallExpr call) {
    boolean isVariable = call.getArguments().stream().allMatch(Expression::isNameExpr);
    return !isVariable || !rule.consequence().contains("drools.getRule()");
  }

  private void unknownType(int at, String name) {
    ConditionChecks.unknownType(pack, rule, at, name);
  }

  private void text(Concluded concluded) {
    Optional.ofNullable(concluded.literals().get("text"))
        .filter(text -> Consequence.length(text) > LONGEST_TEXT)
        .ifPresent(
            text ->
                pack.add(
                    FindingCode.LONG_TEXT,
                    rule,
                    consequence.at(text),
                    "this text has " + Consequence.length(text) + " characters",
                    AT_MOST));
  }

  /** Tells a text where what comes after the status stands in its place. */
  private void status(Concluded concluded) {
    RecordComponent[] components = concluded.type().getRecordComponents();
    for (int i = 0; i + 1 < components.length; i++) {
      Optional<String> inPlace =
          Optional.ofNullable(concluded.literals().get(components[i].getName()))
              .map(Expression::toString);
      String next = components[i + 1].getType().getSimpleName();
      boolean isMissing =
          components[i].getType() == Status.class
              && inPlace
                  .filter(it -> it.startsWith(next + ".") || it.equals("drools.get" + next + "()"))
                  .isPresent();
      if (isMissing) {
        pack.add(
            FindingCode.MISSING_STATUS,
            rule,
            concluded.at(),
            "this text does not say how far it has been checked",
            Types.constructors(concluded.type()));
      }
    }
  }

  private void evidence(Concluded concluded) {
    List<String> called = new ArrayList<>();
    concluded.calls().forEach(call -> called.add(call.getNameAsString()));
    PARTS.forEach(
        (part, calls) -> {
          if (calls.stream().noneMatch(called::contains)) {
            boolean isStatus = calls.contains("status");
            pack.add(
                isStatus ? FindingCode.MISSING_STATUS : FindingCode.INCOMPLETE_EVIDENCE,
                rule,
                concluded.at(),
                isStatus
                    ? "this row of evidence does not say how far it has been checked"
                    : "this row of evidence lacks a part",
                "." + part);
          }
        });
  }
}
