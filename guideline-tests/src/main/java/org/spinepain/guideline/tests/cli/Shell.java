package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What a command talks to. Whatever the platform's charset, what is written is UTF-8.
 *
 * @param in standard input
 * @param out standard output; throws when it cannot be written, see {@link #isClosed}
 * @param err standard error, flushed at the end of each line
 * @param width how many characters fit on a line
 * @param styled whether text may be bold
 * @param errWidth how many characters fit on a line of the terminal that standard error is; none
 *     where it is no terminal, and nobody is to be shown how far a command is. Asked once needed,
 *     since it takes a process
 * @param ifInterrupted what is told of the answers when an interrupt ends the process; a command
 *     whose answers are not whole one by one says so
 */
record Shell(
    InputStream in,
    Writer out,
    PrintWriter err,
    int width,
    boolean styled,
    Supplier<OptionalInt> errWidth,
    AtomicReference<String> ifInterrupted) {

  /** The width where there is no terminal. */
  static final int DEFAULT_WIDTH = 80;

  /** The least width that text is laid out for. */
  static final int LEAST_WIDTH = 20;

  /** Asks programs of the system, and loads no native code. */
  private static final String PROVIDER = "exec";

  /** What is told where each answer stands for itself. */
  static final String WHOLE_ANSWERS = "the answers that were written are whole";

  Shell(
      InputStream in,
      Writer out,
      PrintWriter err,
      int width,
      boolean styled,
      Supplier<OptionalInt> errWidth) {
    this(in, out, err, width, styled, errWidth, new AtomicReference<>(WHOLE_ANSWERS));
  }

  /** These streams, which are no terminal. */
  static Shell of(InputStream in, PrintStream out, PrintStream err) {
    return new Shell(
        in, writer(new Checked(out)), lines(err), DEFAULT_WIDTH, false, OptionalInt::empty);
  }

  /** The streams of this process. */
  static Shell ofProcess() {
    // Knows what is a terminal, and NO_COLOR.
    boolean styled = Ansi.AUTO.enabled();
    boolean terminal = isTerminal(System.console());
    return new Shell(
        System.in,
        writer(new FileOutputStream(FileDescriptor.out)),
        lines(new FileOutputStream(FileDescriptor.err)),
        styled || terminal ? terminalWidth(System.getenv("COLUMNS")) : DEFAULT_WIDTH,
        styled,
        Shell::errWidthOfProcess);
  }

  private static OptionalInt errWidthOfProcess() {
    try {
      if (!TerminalProvider.load(PROVIDER).isSystemStream(SystemStream.Error)) {
        return OptionalInt.empty();
      }
    } catch (IOException notKnown) {
      return OptionalInt.empty();
    }
    try (Terminal terminal =
        TerminalBuilder.builder()
            .provider(PROVIDER)
            .systemOutput(TerminalBuilder.SystemOutput.SysErr)
            .dumb(false)
            .build()) {
      return OptionalInt.of(Math.max(LEAST_WIDTH, terminal.getWidth()));
    } catch (IOException | IllegalStateException notKnown) {
      return OptionalInt.of(terminalWidth(System.getenv("COLUMNS")));
    }
  }

  private static boolean isTerminal(Console console) {
    try {
      // From Java 22 on there is a console where there is no terminal, too.
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException earlierJava) {
      return true;
    } catch (ReflectiveOperationException notKnown) {
      return false;
    }
  }

  /**
   * The width of a terminal.
   *
   * @param columns what the shell exports as its width, or null
   */
  static int terminalWidth(String columns) {
    try {
      return Math.max(LEAST_WIDTH, Integer.parseInt(String.valueOf(columns)));
    } catch (NumberFormatException notExported) {
      return new UsageMessageSpec().autoWidth(true).width();
    }
  }

  /** Whether standard output could not be written because nobody reads it any more. */
  static boolean isClosed(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }

  private static Writer writer(OutputStream out) {
    return new OutputStreamWriter(out, UTF_8);
  }

  private static PrintWriter lines(OutputStream out) {
    return new PrintWriter(writer(out), true);
  }

  /** A print stream that throws when it cannot be written. */
  private static final class Checked extends OutputStream {

    private final PrintStream out;

    Checked(PrintStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      check();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      check();
    }

    @Override
    public void flush() throws IOException {
      check();
    }

    private void check() throws IOException {
      if (out.checkError()) {
        throw new IOException("Broken pipe");
      }
    }
  }
}
