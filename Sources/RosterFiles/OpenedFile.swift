/// A YAML file whose text was read, so that nobody has to read it twice.
package struct OpenedFile: Sendable {
    package let source: SourceFile
    /// Nil where nothing could be read.
    let root: YamlNode?
    /// What was wrong with its form.
    let log: DiagnosticList

    package init(_ source: SourceFile) {
        var log = DiagnosticList(file: source.path)
        self.source = source
        self.root = YamlLoader.load(source, &log)
        self.log = log
    }
}
