import java.security.MessageDigest

def run = evaluate(new File(hosts, 'run.groovy'))
def jar = new File(reactor, "guideline-rules/target/guideline-rules-${rulesVersion}.jar")
def digest = 'sha256:' + MessageDigest.getInstance('SHA-256').digest(jar.bytes).encodeHex()
assert run('-jar', "$basedir/target/spring-boot-host-1.0.jar", jar.path, digest).containsAll(['RECOMMEND_AGAINST', 'true', digest])
