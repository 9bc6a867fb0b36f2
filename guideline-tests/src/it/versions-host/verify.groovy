import java.nio.file.Files
import java.security.MessageDigest

// What the chapter on versions shows is what runs here.
def readme = new File(reactor, 'guideline-rules/README.md').text
def chapter = (readme =~ /(?s)\n## Versions\n(.*?)\n## /)[0][1]
def blocks = { language -> (chapter =~ /(?s)```${language}\n(.*?)```/).collect { it[1] } }

def source = new File(basedir, 'src/main/java/com/example/VersionsHost.java').text
assert blocks('java').size() == 7
for (line in blocks('java').collectMany { it.readLines() }) {
    assert source.contains(line.trim()): "the README shows, and this host has not: $line"
}
def ways = (chapter =~ /(?m)^\| [^|]+ \| `([^`]+)` \| [^|]+ \|$/).collect { it[1] }.findAll { it.contains('.') }
assert ways.size() == 6
for (way in ways + ['EngineOptions.defaults().refusingWithdrawn()', '.offline()', '.adaptedBy(overlays)', 'pack.withdrawn()']) {
    assert source.contains(way): "the README shows, and this host has not: $way"
}
def pom = new File(basedir, 'pom.xml').text
for (line in blocks('xml').collectMany { it.readLines() }) {
    assert pom.contains(line.trim()): "the README shows, and this host has not: $line"
}

// A jar from elsewhere, an overlay, and a Maven repository that has the jar.
def jar = new File(reactor, "guideline-rules/target/guideline-rules-${rulesVersion}.jar")
def copy = { File to -> to.parentFile.mkdirs(); Files.copy(jar.toPath(), to.toPath()) }
copy(new File(basedir, jar.name))
new File(basedir, 'packs').mkdirs()
new File(basedir, 'site.properties').text = blocks('properties')[0]
copy(new File(basedir, "remote/org/spinepain/guideline-rules/$rulesVersion/$jar.name"))
new File(basedir, 'remote/org/spinepain/guideline-rules/maven-metadata.xml').text = """
<metadata>
  <groupId>org.spinepain</groupId>
  <artifactId>guideline-rules</artifactId>
  <versioning><versions><version>$rulesVersion</version></versions></versioning>
</metadata>
"""
new File(basedir, 'settings.xml').text = """
<settings>
  <localRepository>${new File(basedir, 'local')}</localRepository>
  <mirrors><mirror><id>here</id><url>${new File(basedir, 'remote').toURI()}</url><mirrorOf>*</mirrorOf></mirror></mirrors>
</settings>
"""
// The vignettes of a host, and a jar of the next version, which the host puts into the folder that it watches.
def vignettes = new File(basedir, 'our-vignettes')
vignettes.mkdirs()
new File(reactor, 'guideline-tests/src/it/kit-host/src/test/vignettes').eachFileRecurse(groovy.io.FileType.FILES) {
    Files.copy(it.toPath(), new File(vignettes, it.name).toPath())
}
def edited = evaluate(new File(hosts, 'edited-jar.groovy'))
edited(jar, new File(basedir, 'next.jar'), 'META-INF/spinepain/rule-index.tsv', ":$rulesVersion\t", ':2099.1.0\t')
// An edition that is withdrawn, by its descriptor.
edited(jar, new File(basedir, 'withdrawn.jar'), 'org/spinepain/guideline/rules/guideline.properties', 'state = contested', 'state = withdrawn')
Files.createSymbolicLink(new File(basedir, 'guideline-tests').toPath(), new File(reactor, 'guideline-tests').canonicalFile.toPath())

def digest = 'sha256:' + MessageDigest.getInstance('SHA-256').digest(jar.bytes).encodeHex()
def run = { String... command ->
    def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
    // The Java of this build, which prints nothing of options that the environment has for every JVM.
    def path = [new File(System.getProperty('java.home'), 'bin').path, System.getenv('PATH')].join(File.pathSeparator)
    builder.environment().put('PATH', path)
    builder.environment().keySet().removeAll(['_JAVA_OPTIONS', 'JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS'])
    def process = builder.start()
    def out = process.inputStream.getText('UTF-8')
    assert process.waitFor() == 0: out
    assert !(out =~ /WARN|ERROR/): out
    out.readLines()
}
def told = run('bash', '-e', '-c', blocks('sh').join('\n'))
assert new File(basedir, 'trusted.txt').readLines() == [digest]
assert new File(basedir, 'packs').list() as List == [jar.name]
assert told.any { it.contains('Added by Spine service, Example Hospital, not the guideline') }
assert told.any { it.contains('Adapted by overlay example-hospital') }
assert chapter.contains('`lint --overlay FILE`')
assert run('bash', '-c', 'java -jar guideline-tests/target/guideline.jar lint --overlay site.properties') == ['0 findings.']

def javaCommand = new File(System.getProperty('java.home'), 'bin/java').path
def lines = run(javaCommand, '-Dorg.slf4j.simpleLogger.defaultLogLevel=error', '-cp', "$basedir/target/classes:$basedir/target/dependency/*", 'com.example.VersionsHost')
assert lines == [
    "refused: $jar.name: it is not trusted; whoever trusts it pins $digest",
    'each way: true',
    "folder: $digest",
    "maven: $digest",
    'side by side: true',
    'swapped: true',
    'alarm: [not this one]',
    'differences: 0',
    'watched: org.spinepain:guideline-rules:2099.1.0, adapted by [example-hospital]',
    'withdrawn: true, org.spinepain:guideline-rules:2025.1.0: the edition is withdrawn, and this engine refuses those that are',
    'local: File the consent form of the spine service.',
    'replaced: exercise-therapy',
    'suppressed: 2026-03-31 RECOMMEND_AGAINST',
    'overlays: example-hospital',
].collect { it as String }
