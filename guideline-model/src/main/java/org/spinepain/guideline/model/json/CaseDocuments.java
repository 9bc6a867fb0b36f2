package org.spinepain.guideline.model.json;

import java.io.IOException;
import java.io.InputStream;
import org.spinepain.guideline.model.ClinicalCase;

/**
 * Reads and writes cases as documents; {@code case.schema.json} beside this class is their schema.
 *
 * <p>What is left out is not known, and so is {@code unknown} for an attribution to cancer or
 * inflammatory arthropathy and {@code unspecified} for pattern, level, technique, injectate,
 * setting and intent. Of injectate, setting and intent, what is left out may have a default, and
 * {@code unspecified} never has one. A procedure without an id gets {@code p1}, {@code p2} … by its
 * position.
 *
 * <p>Refused with an {@link InvalidDocumentException}: what {@link DocumentParser} refuses; an
 * undocumented field, null, a value of another type, a code in other letters; a date that is not
 * {@code yyyy-MM-dd} or not in the calendar; a duration that is no period in capitals without sign;
 * a cause named twice; and each case that {@link ClinicalCase.Builder#build()} refuses.
 */
public final class CaseDocuments {

  /** What stands for an attribution that is not known. */
  static final String UNKNOWN = "unknown";

  /** What stands for everything else that is not known. */
  static final String UNSPECIFIED = "unspecified";

  private static final String ROOT = "case";

  private CaseDocuments() {}

  /**
   * Reads a case from JSON.
   *
   * @throws InvalidDocumentException for what this class refuses
   */
  public static ClinicalCase readJson(String document) {
    return read(DocumentParser.json(ROOT).parse(document));
  }

  /**
   * Reads a case from JSON in UTF-8, to the end of the stream, which stays open.
   *
   * @throws InvalidDocumentException for what this class refuses
   * @throws IOException when the stream cannot be read
   */
  public static ClinicalCase readJson(InputStream document) throws IOException {
    return read(DocumentParser.json(ROOT).parse(document));
  }

  /**
   * Reads a case from YAML.
   *
   * @throws InvalidDocumentException for what this class refuses
   */
  public static ClinicalCase readYaml(String document) {
    return read(DocumentParser.yaml(ROOT).parse(document));
  }

  /**
   * Reads a case from YAML in UTF-8, to the end of the stream, which stays open.
   *
   * @throws InvalidDocumentException for what this class refuses
   * @throws IOException when the stream cannot be read
   */
  public static ClinicalCase readYaml(InputStream document) throws IOException {
    return read(DocumentParser.yaml(ROOT).parse(document));
  }

  /**
   * Reads a case from a document, or from the part of a larger one that holds it.
   *
   * @throws InvalidDocumentException for what this class refuses; its paths begin at the root of
   *     the whole document
   */
  public static ClinicalCase read(DocumentNode document) {
    return CaseReader.read(document);
  }

  /**
   * Writes a case as JSON on several lines, which end with {@code \n}; none ends after the last
   * brace. Reading it gives an equal case.
   */
  public static String toJson(ClinicalCase clinicalCase) {
    return JsonText.write(true, json -> CaseWriter.write(clinicalCase, json));
  }

  /** Writes a case as JSON on one line. Reading it gives an equal case. */
  public static String toCompactJson(ClinicalCase clinicalCase) {
    return JsonText.write(false, json -> CaseWriter.write(clinicalCase, json));
  }
}
