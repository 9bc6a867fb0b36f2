// What the README shows is what runs here.
def source = new File(basedir, 'src/main/java/com/example/PlainHost.java').text
def shown = (new File(reactor, 'README.md').text =~ /(?s)```java\n(.*?)```/)[0][1]
for (line in shown.readLines()) {
    assert source.contains(line.replaceFirst(/;\s*(\/\/.*)?$/, '').trim())
}

def jars = new File(basedir, 'target/dependency').list() as List
assert jars.size() <= 16
assert jars.every { !(it =~ /ecj|antlr|javaparser|mvel|xstream|jackson/) }

def run = evaluate(new File(hosts, 'run.groovy'))
assert run('-cp', "$basedir/target/classes:$basedir/target/dependency/*", 'com.example.PlainHost') == ['RECOMMEND_AGAINST']
