/**
 * Rule packs in source: DRL files and a descriptor that are read, changed and compiled in this JVM.
 * Needs {@code org.drools:drools-engine}, which hosts of the test kit do not get.
 */
package org.spinepain.guideline.tests.pack;
