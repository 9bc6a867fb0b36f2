package org.spinepain.guideline.tests.cli;

import java.util.Iterator;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.Coded;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the value of an option as the code of a constant; another is told which codes there are.
 */
abstract class CodeConverter<E extends Enum<E> & Coded> implements ITypeConverter<E> {

  private final Class<E> type;

  private CodeConverter(Class<E> type) {
    this.type = type;
  }

  /** Reads an output format. */
  static final class OfOutputFormat extends CodeConverter<OutputFormat> {
    OfOutputFormat() {
      super(OutputFormat.class);
    }
  }

  /** Reads a format of findings. */
  static final class OfFindingsFormat extends CodeConverter<FindingsFormat> {
    OfFindingsFormat() {
      super(FindingsFormat.class);
    }
  }

  /** Reads a format of made-up referrals. */
  static final class OfReferralsFormat extends CodeConverter<ReferralsFormat> {
    OfReferralsFormat() {
      super(ReferralsFormat.class);
    }
  }

  /** Reads a format of a reviewed protocol. */
  static final class OfProtocolFormat extends CodeConverter<ProtocolFormat> {
    OfProtocolFormat() {
      super(ProtocolFormat.class);
    }
  }

  /** Reads an assumption. */
  static final class OfAssumption extends CodeConverter<Assumption> {
    OfAssumption() {
      super(Assumption.class);
    }
  }

  /** The codes of all assumptions. */
  static final class AssumptionCodes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Coded.codes(Assumption.class).iterator();
    }
  }

  @Override
  public E convert(String code) {
    return Coded.of(type, code)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "found \""
                        + Printable.of(code)
                        + "\", allowed is "
                        + String.join(", ", Coded.codes(type))));
  }
}
