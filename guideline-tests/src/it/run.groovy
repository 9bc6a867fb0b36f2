// Runs Java with these arguments; gives the lines that it printed, after it ended well and said nothing of a problem.
return { String... arguments ->
    def process = [new File(System.getProperty('java.home'), 'bin/java').path, *arguments].execute()
    def out = new StringBuilder()
    def err = new StringBuilder()
    process.waitForProcessOutput(out, err)
    assert process.exitValue() == 0: "$out$err"
    assert !("$out$err" =~ /WARN|ERROR|Exception/): "$out$err"
    out.readLines()
}
