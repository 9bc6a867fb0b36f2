package org.spinepain.guideline.model.json;

/**
 * The path of a value in a document: {@code pain.onset}, {@code procedures[0].injectate}. The
 * root's name is not part of the paths of its fields.
 *
 * @param text the path as it is shown
 * @param prefix what stands before the name of a field of this value
 * @param depth the number of steps from the root
 */
record DocumentPath(String text, String prefix, int depth) {

  private static final int LONGEST_PLAIN_NAME = 100;

  static DocumentPath root(String name) {
    return new DocumentPath(name, "", 0);
  }

  DocumentPath field(String name) {
    return isPlain(name) ? child(prefix + name) : child(text + "[\"" + Shown.of(name) + "\"]");
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

  DocumentPath item(int index) {
    return child(text + "[" + index + "]");
  }

  private DocumentPath child(String path) {
    return new DocumentPath(path, path + ".", depth + 1);
  }
}
