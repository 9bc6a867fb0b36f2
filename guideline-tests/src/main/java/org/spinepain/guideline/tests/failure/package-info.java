/** Why rules answer a vignette otherwise than it expects. */
package org.spinepain.guideline.tests.failure;
