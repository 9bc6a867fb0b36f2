def run = evaluate(new File(hosts, 'run.groovy'))
def answers = { jars ->
    run('-cp', ["$basedir/target/classes", *jars].join(File.pathSeparator), 'com.example.ContractHost')
}
def jars = new File(basedir, 'target/dependency').listFiles() as List
def rules = jars.find { it.name == "guideline-rules-${rulesVersion}.jar" }
def nextRules = new File(basedir, 'next/guideline-rules/target').listFiles().find { it.name ==~ /guideline-rules-[\d.]+\.jar/ }

// The same compiled host, the same model; only the jar of the rules is another.
def before = answers(jars)
def after = answers(jars - rules + nextRules)

def coordinates = { "org.spinepain:guideline-rules:${(it.name =~ /-([\d.]+)\.jar/)[0][1]}" as String }
assert before[0] == coordinates(rules)
assert after[0] == coordinates(nextRules)
assert before[1] =~ /^sha256:/ && after[1] =~ /^sha256:/ && before[1] != after[1]
assert before[2] == 'RECOMMEND_AGAINST'
assert after[2..-1] == before[2..-1]*.replace(': Discuss alternatives ', ': Talk about alternatives ')
assert after.any { it.startsWith('exercise-therapy: Talk about alternatives ') }
