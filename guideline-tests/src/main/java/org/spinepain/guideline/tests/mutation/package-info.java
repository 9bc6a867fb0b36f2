/**
 * Mutation testing of rule packs: one thing of a pack is changed at a time, and vignettes have to
 * notice. What none notices is either shown to change no answer over the whole case space, or a gap
 * in the vignettes.
 */
package org.spinepain.guideline.tests.mutation;
