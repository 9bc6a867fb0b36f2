import org.codehaus.plexus.util.FileUtils

// The next rules: those of this build, with the next version and one text worded anew.
def rules = new File(reactor, 'guideline-rules')
def next = new File(basedir, 'next/guideline-rules')
FileUtils.copyFile(new File(reactor, '.mvn/jvm.config'), new File(basedir, '.mvn/jvm.config'))
FileUtils.copyFile(new File(rules, 'pom.xml'), new File(next, 'pom.xml'))
FileUtils.copyDirectoryStructure(new File(rules, 'src'), new File(next, 'src'))

def replace = { path, old, replacement ->
    def file = new File(next, path)
    assert file.text.count(old) == 1
    file.text = file.text.replace(old, replacement)
    true
}
def nextVersion = rulesVersion.replaceFirst(~/\d+$/) { it.toInteger() + 1 }
replace('pom.xml', "<version>$rulesVersion</version>", "<version>$nextVersion</version>") &&
    replace('src/main/resources/org/spinepain/guideline/rules/guidance/1-guidance.drl', '"Discuss alternatives ', '"Talk about alternatives ')
