package org.spinepain.guideline.tests.review;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.review.Referral;

/**
 * Referrals as JSON, one a line: a case document, or <code>{"referral": {"clinic": …, "referrer":
 * …, "person": …}, "case": {…}}</code>.
 */
final class ReferralLines implements ReferralSource {

  private static final DocumentParser PARSER = DocumentParser.json("referral");

  private final BoundedLines lines;

  ReferralLines(InputStream in) {
    this.lines = new BoundedLines(in, DocumentParser.LARGEST_DOCUMENT);
  }

  @Override
  public Optional<RawReferral> next() throws IOException {
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (!isBlank(line.get())) {
        return Optional.of(new Line(lines.number(), line.get()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static final class Line implements RawReferral {

    private final long number;
    private final byte[] bytes;

    Line(long number, byte[] bytes) {
      this.number = number;
      this.bytes = bytes;
    }

    @Override
    public long line() {
      return number;
    }

    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public Referral read(BiConsumer<String, String> unmapped) {
      DocumentNode document = PARSER.parse(bytes);
      Optional<DocumentNode> from = document.field("referral");
      if (from.isEmpty() && document.field("case").isEmpty()) {
        return Referral.of(CaseDocuments.read(document));
      }
      document.requireFields("referral", "case");
      from.ifPresent(referral -> referral.requireFields("clinic", "referrer", "person"));
      return new Referral(
          CaseDocuments.read(document.requiredField("case")),
          text(from, "clinic"),
          text(from, "referrer"),
          text(from, "person"));
    }

    @Override
    public boolean isMadeUp(Optional<Referral> read) {
      return read.map(MadeUpReferrals::isMadeUp)
          .orElseGet(() -> MadeUpReferrals.isInDocument(bytes));
    }

    private static Optional<String> text(Optional<DocumentNode> from, String name) {
      return from.flatMap(referral -> referral.field(name)).map(DocumentNode::text);
    }
  }
}
