/**
 * The command line {@code guideline}: {@link org.spinepain.guideline.tests.cli.Guideline} is its
 * main class, and lists the commands.
 *
 * <p>A command is a class of its own that gets a {@link org.spinepain.guideline.tests.cli.Shell}:
 * it writes answers to standard output in UTF-8, tells what is wrong on standard error in one line
 * each, and returns an {@link org.spinepain.guideline.tests.cli.ExitCode}.
 */
package org.spinepain.guideline.tests.cli;
