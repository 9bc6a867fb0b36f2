/**
 * Reviews the referrals of files: reads them, has them counted on all cores, and writes what may be
 * shown. What is counted and withheld is decided by {@code org.spinepain.guideline.review}.
 */
package org.spinepain.guideline.tests.review;
