package org.spinepain.guideline.model.json;

import java.util.regex.Pattern;

/**
 * The path of a value in a document: {@code pain.onset}, {@code procedures[0].injectate}. The
 * root's name is not part of the paths of its fields.
 *
 * @param text the path as it is shown
 * @param prefix what stands before the name of a field of this value
 * @param depth the number of steps from the root
 */
record DocumentPath(String text, String prefix, int depth) {

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  static DocumentPath root(String name) {
    return new DocumentPath(name, "", 0);
  }

  DocumentPath field(String name) {
    return PLAIN_NAME.matcher(name).matches()
        ? child(prefix + name)
        : child(text + "[\"" + Shown.of(name) + "\"]");
  }

  DocumentPath item(int index) {
    return child(text + "[" + index + "]");
  }

  private DocumentPath child(String path) {
    return new DocumentPath(path, path + ".", depth + 1);
  }
}
