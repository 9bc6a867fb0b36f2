// Printed before japicmp fails the build.
if (jApiClasses.any { !it.binaryCompatible || !it.sourceCompatible }) {
    println '''\
[ERROR] This change breaks hosts that were compiled against the released model. What is broken stands in the error
[ERROR] below, and in full in guideline-model/target/japicmp/contract.html.
[ERROR] Keep what hosts use: leave the old method or constructor beside the new one, and deprecate it.
[ERROR] If it has to break, that is a new major version: see guideline-model/src/japicmp/README.md.'''
}
jApiClasses
