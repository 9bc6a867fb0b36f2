package org.spinepain.guideline.engine;

import java.net.URL;
import java.util.Map;

/**
 * Defines the compiled rules of one pack from memory, and nothing else. Editions have classes of
 * the same names, so those of the rules never come from another loader; all others, such as the
 * model's, come from that of this engine, so that editions share them.
 */
final class PackClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;

  /** For these compiled rules, by their names. */
  PackClassLoader(Map<String, byte[]> classes) {
    super(PackClassLoader.class.getClassLoader());
    this.classes = Map.copyOf(classes);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!PackContents.isOfRules(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> type = findLoadedClass(name);
      if (type == null) {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        type = defineClass(name, bytes, 0, bytes.length);
      }
      if (resolve) {
        resolveClass(type);
      }
      return type;
    }
  }

  /** None of the rules: there is no address in memory, and the parent's are another pack's. */
  @Override
  public URL getResource(String name) {
    return name.startsWith(PackFiles.FOLDER + "/") ? null : super.getResource(name);
  }
}
