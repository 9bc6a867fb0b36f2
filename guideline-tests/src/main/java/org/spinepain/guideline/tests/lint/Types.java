package org.spinepain.guideline.tests.lint;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Dimension;

/** The types that the rules of a file can name, and what those types have. */
final class Types {

  /** Where the types of rules are, for what is not imported. */
  private static final List<String> PACKAGES =
      List.of(
          "org.spinepain.guideline.model.fact",
          "org.spinepain.guideline.model.assessment",
          "org.spinepain.guideline.rules.conclusion",
          "org.spinepain.guideline.rules.merged");

  /** Most names that are looked for are those of no type, which takes long to find. */
  private static final Kept<String, Optional<Class<?>>> LOADED = new Kept<>(1_000);

  private final Map<String, String> imported = new LinkedHashMap<>();
  private final List<String> packages = new ArrayList<>();
  private final Set<String> declared = new TreeSet<>();
  private final Set<String> suggested = new TreeSet<>();

  /**
   * The types of a file. Drools joins the files of a folder, so that the imports of one serve all.
   *
   * @param files all files of the pack
   */
  Types(DrlSource file, Collection<DrlSource> files) {
    packages.add("java.lang");
    file.outsideOfRules().descr().ifPresent(this::add);
    for (DrlSource other : files) {
      other
          .outsideOfRules()
          .descr()
          .ifPresent(
              descr -> {
                if (other.folder().equals(file.folder())) {
                  add(descr);
                }
                descr.getImports().forEach(i -> suggested.add(simple(i.getTarget())));
              });
    }
    for (Class<?> type : Conclusion.class.getPermittedSubclasses()) {
      suggested.add(type.getSimpleName());
    }
    for (Dimension dimension : CaseSpace.ALL) {
      suggested.add(dimension.type().getSimpleName());
      suggested.add(dimension.values().get(0).getClass().getSimpleName());
    }
    suggested.removeIf(name -> !name.matches("\\w+") || unimported(name).isEmpty());
  }

  private void add(PackageDescr descr) {
    descr
        .getImports()
        .forEach(
            one -> {
              String target = one.getTarget();
              if (target.endsWith(".*")) {
                packages.add(target.substring(0, target.length() - 2));
              } else {
                imported.putIfAbsent(simple(target), target);
              }
            });
    packages.add(String.valueOf(descr.getName()));
    descr.getClassAndEnumDeclarationDescrs().forEach(type -> declared.add(type.getTypeName()));
  }

  /** The part of a name after its last dot. */
  static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Whether this name is imported, even if what is imported does not exist, or declared. */
  boolean isNamed(String name) {
    return imported.containsKey(name) || declared.contains(name);
  }

  /** The type of a name in a rule. */
  Optional<Class<?>> find(String name) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    if (imported.containsKey(first)) {
      return load(imported.get(first) + name.substring(first.length()));
    }
    for (String in : packages) {
      Optional<Class<?>> found = load(in + "." + name);
      if (found.isPresent()) {
        return found;
      }
    }
    return dot < 0 ? Optional.empty() : load(name);
  }

  /** The type of the model that has this simple name, imported or not. */
  static Optional<Class<?>> unimported(String simpleName) {
    return PACKAGES.stream().flatMap(in -> load(in + "." + simpleName).stream()).findFirst();
  }

  /** The type of this full name; a nested one with dots. */
  static Optional<Class<?>> load(String name) {
    return LOADED.of(name, Types::search);
  }

  private static Optional<Class<?>> search(String name) {
    String binary = name;
    while (true) {
      try {
        return Optional.of(Class.forName(binary, false, Types.class.getClassLoader()));
      } catch (ClassNotFoundException | LinkageError notThere) {
        int dot = binary.lastIndexOf('.');
        if (dot < 0) {
          return Optional.empty();
        }
        binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
      }
    }
  }

  /** What to write instead of a type that does not exist. */
  String insteadOfType(String name) {
    Optional<Class<?>> known = unimported(simple(name));
    if (known.isPresent()) {
      return "import " + known.get().getName() + ";";
    }
    return probably(name)
        .map(Class::getSimpleName)
        .map(near -> near + unlessNamed(near))
        .orElse("a type that is imported and exists");
  }

  /** The type of the model that was probably meant. */
  Optional<Class<?>> probably(String name) {
    return unimported(simple(name))
        .or(() -> Words.nearest(simple(name), suggested).flatMap(Types::unimported));
  }

  private String unlessNamed(String near) {
    return isNamed(near)
        ? ""
        : ", with import " + unimported(near).map(Class::getName).orElse(near) + ";";
  }

  /** The type of what a fact has under this name, as a condition writes it. */
  static Optional<Class<?>> property(Class<?> type, String name) {
    String capital =
        name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return methods(type)
        .filter(
            method ->
                method.getName().equals(name)
                    || (method.getParameterCount() == 0
                        && (method.getName().equals("get" + capital)
                            || method.getName().equals("is" + capital))))
        .<Class<?>>map(Method::getReturnType)
        .findFirst()
        .or(
            () ->
                Arrays.stream(type.getFields())
                    .filter(field -> field.getName().equals(name))
                    .<Class<?>>map(field -> field.getType())
                    .findFirst());
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods());
  }

  /** The names under which conditions can ask a fact of this type. */
  static Set<String> properties(Class<?> type) {
    Set<String> names = new TreeSet<>();
    methods(type)
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !method.getName().matches("hashCode|toString|rule"))
        .forEach(method -> names.add(asProperty(method.getName())));
    return names;
  }

  private static String asProperty(String method) {
    return method.matches("(is|get)[A-Z].*")
        ? Character.toLowerCase(method.replaceFirst("^(is|get)", "").charAt(0))
            + method.replaceFirst("^(is|get).", "")
        : method;
  }

  /** The ways in which rules can make a conclusion of this type. */
  static String constructors(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .map(
            made ->
                Arrays.stream(made.getParameterTypes())
                    .map(Class::getSimpleName)
                    .collect(joining(", ", "new " + type.getSimpleName() + "( ", " )")))
        .sorted()
        .collect(joining(" or "));
  }

  /** The names of the constants of an enum. */
  static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
  }
}
