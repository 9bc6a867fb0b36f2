def run = evaluate(new File(hosts, 'run.groovy'))
assert run('-jar', "$basedir/target/uber-jar-host-1.0.jar") == ['RECOMMEND_AGAINST']
