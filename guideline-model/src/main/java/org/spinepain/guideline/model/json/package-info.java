/** Case and assessment documents, JSON and YAML. The only package that needs Jackson. */
package org.spinepain.guideline.model.json;
