/**
 * AssertJ assertions for assessments:
 *
 * <pre>{@code
 * assertThat(assessment).determination("p1").recommendsAgainst().hasRecommendations("axial-epidural");
 * }</pre>
 */
package org.spinepain.guideline.tests.assertion;
