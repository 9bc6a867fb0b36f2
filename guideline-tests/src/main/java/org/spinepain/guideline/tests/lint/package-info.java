/**
 * Lint of rule packs: explains the mistakes that Drools reports badly or not at all, and holds
 * rules to what makes answers safe. Needs what the command line needs: {@code
 * org.drools:drools-engine} and JavaParser, which hosts of the test kit do not get.
 */
package org.spinepain.guideline.tests.lint;
