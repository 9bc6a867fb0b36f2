package org.spinepain.guideline.tests.mutation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;

/** The enums that a DRL file imports. */
final class Constants {

  private final Map<String, Class<?>> enums;

  private Constants(Map<String, Class<?>> enums) {
    this.enums = enums;
  }

  static Constants importedBy(PackageDescr file) {
    return new Constants(
        file.getImports().stream()
            .map(ImportDescr::getTarget)
            .map(Constants::load)
            .flatMap(Optional::stream)
            .filter(Class::isEnum)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity())));
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, Constants.class.getClassLoader()));
    } catch (ClassNotFoundException notThere) {
      return Optional.empty();
    }
  }

  /** Whether the file imports an enum of this simple name. */
  boolean has(String type) {
    return enums.containsKey(type);
  }

  /** The constant after this one that is not among these, beginning anew after the last. */
  Optional<String> other(String type, String constant, List<String> notThese) {
    List<String> all =
        Arrays.stream(enums.get(type).getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
    int at = all.indexOf(constant);
    for (int steps = 1; steps < all.size(); steps++) {
      String other = all.get((at + steps) % all.size());
      if (!notThese.contains(other)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
