package org.spinepain.guideline.tests.cli;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** A template of a page: what it is given is escaped, and it can make no object of a class. */
final class PageTemplate {

  private static final Configuration TEMPLATES = templates();

  private PageTemplate() {}

  private static Configuration templates() {
    Configuration templates = new Configuration(Configuration.VERSION_2_3_35);
    templates.setClassForTemplateLoading(PageTemplate.class, "");
    templates.setDefaultEncoding("UTF-8");
    templates.setLocale(Locale.ROOT);
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    return templates;
  }

  /**
   * Writes a page.
   *
   * @param name the template
   * @param page what it shows
   * @throws IOException when it cannot be written
   */
  static void write(String name, Map<String, Object> page, Writer out) throws IOException {
    try {
      TEMPLATES.getTemplate(name).process(page, out);
    } catch (TemplateException e) {
      throw new IllegalStateException("the template of the page does not fit what it shows", e);
    }
  }
}
