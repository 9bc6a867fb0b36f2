package org.spinepain.guideline.tests.swap;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.spinepain.guideline.tests.pack.PackSource;

/** What the rules of a hostile pack do, each when a system property names it. */
enum Hostile {
  /** A rule that wakes itself for ever. */
  FEEDS_ITSELF(
      "feed themselves",
      """
        $procedure : Procedure( Boolean.getBoolean( "hostile.FEEDS_ITSELF" ) )
      then
        insert( new Procedure( $procedure.technique(), $procedure.injectate(),
                               $procedure.intent(), $procedure.setting() ) );
      """),
  /** A consequence that throws. */
  THROWS("throw an exception", "throw new IllegalStateException( \"from a rule\" );"),
  /** A consequence that throws an error of its own making. */
  THROWS_AN_ERROR("throw an error of their own", "throw new Error( \"from a rule\" );"),
  /** A call that the jar's class directs to a method that is not there. */
  LINKS_BADLY("call a class or method that is not there", Hostile.THERE + "();"),
  /** A recursion without an end. */
  RECURSES_ENDLESSLY("recurse without end", "deeper( 1 );"),
  /** A loop without an end. */
  LOOPS_ENDLESSLY(
      "loop without end in one consequence",
      "while ( Boolean.getBoolean( \"hostile.LOOPS_ENDLESSLY\" ) ) { Thread.onSpinWait(); }"),
  /** The end of the process. */
  EXITS("call `System.exit`", "System.exit( 42 );"),
  /** A file. */
  WRITES_A_FILE(
      "write files",
      """
      try {
        java.nio.file.Files.writeString(
            java.nio.file.Path.of( System.getProperty( "hostile.file" ) ), "written by a rule" );
      } catch ( java.io.IOException e ) {
        throw new IllegalStateException( e );
      }
      """),
  /** A connection. */
  OPENS_A_SOCKET(
      "open connections",
      """
      try {
        new java.net.Socket( "127.0.0.1", Integer.getInteger( "hostile.port" ) ).close();
      } catch ( java.io.IOException e ) {
        throw new IllegalStateException( e );
      }
      """),
  /** A thread that outlives the engine. */
  STARTS_A_THREAD(
      "start threads",
      """
      Thread thread = new Thread( () -> {
        while ( Boolean.getBoolean( "hostile.thread" ) ) { Thread.onSpinWait(); }
      }, "started by a rule" );
      thread.setDaemon( true );
      thread.start();
      """),
  /** More memory than there is. */
  ALLOCATES_ENDLESSLY(
      "allocate without bound",
      """
      java.util.List<long[]> all = new java.util.ArrayList<>();
      while ( Boolean.getBoolean( "hostile.ALLOCATES_ENDLESSLY" ) ) { all.add( new long[ 1_000_000 ] ); }
      """),
  /** A class of the pack's jar that is none of its rules. */
  BRINGS_A_CLASS(
      "use classes that their jar has outside the packages of the rules",
      """
      try {
        Class.forName( "%s" );
        System.setProperty( "hostile.loaded", "true" );
      } catch ( ClassNotFoundException e ) {
        throw new IllegalStateException( e );
      }
      """
          .formatted(Hostile.FOREIGN));

  /** The class that is none of the rules. */
  static final String FOREIGN = "com.example.Foreign";

  /** A function that rules call, and what is called in the jar instead. */
  static final String THERE = "isThere";

  static final String NOT_THERE = "notHere";

  private static final String FILE = "decision/6-hostile.drl";

  private final String words;
  private final String body;

  Hostile(String words, String body) {
    this.words = words;
    this.body = body;
  }

  /** What the README calls it. */
  String words() {
    return words;
  }

  /** The system property that makes the rules do it. */
  String property() {
    return "hostile." + name();
  }

  /** The guideline's pack with all of these rules. */
  static PackSource pack() {
    return PackSource.bundled()
        .with(
            FILE,
            """
            package org.spinepain.guideline.rules.decision;

            import org.spinepain.guideline.model.fact.Procedure;

            function int deeper( int depth ) {
              return deeper( depth + 1 ) + 1;
            }

            function int %s() {
              return 1;
            }
            """
                    .formatted(THERE)
                + Arrays.stream(values()).map(Hostile::drl).collect(Collectors.joining()));
  }

  private String drl() {
    return """

        rule "Hostile: %s"
          @id( "hostile.%s" ) @source( "bmj-e079970#scope" )
        when
          %s
        end
        """
        .formatted(
            name(),
            name(),
            body.contains("\nthen")
                ? body
                : "$procedure : Procedure( Boolean.getBoolean( \""
                    + property()
                    + "\" ) )\nthen\n"
                    + body);
  }
}
