package org.spinepain.guideline.model.json;

/**
 * The path of a value in a document: {@code pain.onset}, {@code procedures[0].injectate}. The
 * root's name is not part of the paths of its fields. Put together when it is asked for, since only
 * what is refused is shown.
 */
final class DocumentPath {

  private static final int LONGEST_PLAIN_NAME = 100;

  private final DocumentPath parent;
  private final String name;
  private final int index;
  private final int depth;

  private DocumentPath(DocumentPath parent, String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  static DocumentPath root(String name) {
    return new DocumentPath(null, name, 0);
  }

  DocumentPath field(String field) {
    return new DocumentPath(this, field, 0);
  }

  DocumentPath item(int at) {
    return new DocumentPath(this, null, at);
  }

  /** The number of steps from the root. */
  int depth() {
    return depth;
  }

  /** The path as it is shown. */
  String text() {
    if (parent == null) {
      return name;
    }
    if (name == null) {
      return parent.text() + "[" + index + "]";
    }
    return isPlain(name) ? parent.prefix() + name : parent.text() + "[\"" + Shown.of(name) + "\"]";
  }

  /** What stands before the name of a field of this value. */
  String prefix() {
    return parent == null ? "" : text() + ".";
  }

  /** Whether the name is made of letters, digits, hyphens and underscores, and is not long. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-';
      if (!plain) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= LONGEST_PLAIN_NAME;
  }
}
