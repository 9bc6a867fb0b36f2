import java.util.zip.ZipEntry
import java.util.zip.ZipFile
import java.util.zip.ZipOutputStream

// Writes a copy of a jar in which, in one of its files, one text stands for another.
return { File from, File to, String file, String was, String is ->
    new ZipOutputStream(new FileOutputStream(to)).withCloseable { out ->
        new ZipFile(from).withCloseable { zip ->
            zip.entries().each { entry ->
                def bytes = zip.getInputStream(entry).bytes
                if (entry.name == file) {
                    def text = new String(bytes, 'UTF-8')
                    assert text.contains(was): "$file has not: $was"
                    bytes = text.replace(was, is).getBytes('UTF-8')
                }
                out.putNextEntry(new ZipEntry(entry.name))
                out.write(bytes)
            }
        }
    }
}
