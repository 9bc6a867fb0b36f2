import org.codehaus.plexus.util.FileUtils

// This build's sources, to be built again in another folder.
for (file in ['.mvn/jvm.config', 'pom.xml']) {
    FileUtils.copyFile(new File(reactor, file), new File(basedir, file))
}
for (module in ['guideline-model', 'guideline-rules', 'guideline-tests']) {
    FileUtils.copyFile(new File(reactor, "$module/pom.xml"), new File(basedir, "$module/pom.xml"))
    FileUtils.copyDirectoryStructure(new File(reactor, "$module/src"), new File(basedir, "$module/src"))
}
