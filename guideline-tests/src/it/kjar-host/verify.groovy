def run = evaluate(new File(hosts, 'run.groovy'))
def lines = run('-cp', "$basedir/target/classes:$basedir/target/dependency/*", 'com.example.KjarHost')
assert lines == ['decided RECOMMEND_AGAINST', 'guidance informed-people-decline']
