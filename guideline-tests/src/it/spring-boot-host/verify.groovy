def run = evaluate(new File(hosts, 'run.groovy'))
assert run('-jar', "$basedir/target/spring-boot-host-1.0.jar").contains('RECOMMEND_AGAINST')
