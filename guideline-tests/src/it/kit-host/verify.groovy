import groovy.json.JsonSlurper
import groovy.xml.XmlParser
import java.util.zip.ZipFile

// What the module's README shows is what runs here.
def source = new File(basedir, 'src/test/java/com/example/GuidelineVignettesTest.java').text
def shown = (new File(reactor, 'guideline-tests/README.md').text =~ /(?s)```java\n(class .*?)```/)[0][1]
assert shown.contains('VignetteTests.of(')
assert source.endsWith(shown.replaceAll(/ +\/\/.*/, ''))

// One test for each vignette, the guideline's and the host's own, and each holds.
def vignettes = { folder ->
    def files = []
    folder.eachFileRecurse { if (it.name ==~ /.*\.ya?ml/) files << it }
    files
}
def bundled = vignettes(new File(reactor, 'guideline-tests/src/main/resources/vignettes'))
def own = vignettes(new File(basedir, 'src/test/vignettes'))
def report = { new XmlParser().parse(new File(basedir, "target/surefire-reports/TEST-com.example.${it}.xml")) }
def good = report('GuidelineVignettesTest')
assert own.size() == 3
assert good.testcase.size() == bundled.size() + own.size()
assert good.testcase.every { it.failure.isEmpty() && it.error.isEmpty() && it.skipped.isEmpty() }

// A wiring that drops the assumptions fails where one was used, and nowhere else; an empty folder fails as a whole.
def wrong = report('WrongWirings')
def failed = wrong.testcase.findAll { it.failure }.collect { (it.failure[0].@message =~ /^\S+\.ya?ml/)[0] }
def ofHosts = /cancer-absent|inflammatory-arthropathy-absent|pattern-axial-or-radicular|injectate-local-anaesthetic-or-steroid/
def assuming = bundled.findAll { it.text.split('expect:')[1] =~ ofHosts }
assert assuming && failed.size() == assuming.size()
assert assuming.every { file -> failed.any { file.path.endsWith("/$it") } }
def errors = wrong.testcase.findAll { it.error }
assert errors.size() == 1 && errors[0].error[0].@message =~ /^there are no vignettes in /
assert wrong.testcase.size() == bundled.size() + 1

// Nothing of what compiles rules, and nothing of our own tests, comes with the kit.
def jars = new File(basedir, 'target/dependency').list() as List
def kitVersion = jars.findResult { (it =~ /^guideline-tests-(.*)\.jar$/).with { m -> m ? m.group(1) : null } }
assert jars.every { !(it =~ /drools-engine|ecj|antlr|javaparser|mvel|xstream|picocli|jazzer|jqwik|logback|json-schema/) }

// Beside the jar lie the vignettes for those who have no Java.
def archive = new File(localRepositoryPath, "org/spinepain/guideline-tests/$kitVersion/guideline-tests-$kitVersion-vignettes.zip")
new ZipFile(archive).withCloseable { zip ->
    def neutral = new JsonSlurper().parse(zip.getInputStream(zip.getEntry('vignettes.json')))
    assert neutral.vignettes.size() == bundled.size()
}
