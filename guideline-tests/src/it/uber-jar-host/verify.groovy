import java.security.MessageDigest

def run = evaluate(new File(hosts, 'run.groovy'))
def jar = new File(reactor, "guideline-rules/target/guideline-rules-${rulesVersion}.jar")
def next = new File(basedir, 'next.jar')
evaluate(new File(hosts, 'edited-jar.groovy'))(jar, next, 'META-INF/spinepain/rule-index.tsv', ":$rulesVersion\t", ':2099.1.0\t')
def digest = 'sha256:' + MessageDigest.getInstance('SHA-256').digest(next.bytes).encodeHex()
assert run('-jar', "$basedir/target/uber-jar-host-1.0.jar", next.path, digest) == ['RECOMMEND_AGAINST', 'true', 'org.spinepain:guideline-rules:2099.1.0', digest]
