import java.nio.file.Files

def compared = []
for (module in ['guideline-model', 'guideline-rules', 'guideline-tests']) {
    for (again in new File(basedir, "$module/target").listFiles()) {
        def jar = new File(reactor, "$module/target/$again.name")
        if (jar.name.endsWith('.jar') && jar.exists()) {
            assert Files.mismatch(jar.toPath(), again.toPath()) == -1: "$jar.name has other bytes when it is built again; was this build a clean one?"
            compared << jar.name
        }
    }
}
println "the same bytes: $compared"
assert compared.containsAll(["guideline-rules-${rulesVersion}.jar" as String, 'guideline.jar'])
