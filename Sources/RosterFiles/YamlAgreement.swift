/// Both readings of one YAML file, for the test that holds them against each other.
package struct YamlAgreement {
    /// Whether the quick reader answered.
    package let isQuick: Bool
    /// Whether it gave up, or said what the full parser says, which then finds nothing wrong.
    package let isSound: Bool

    package init(_ bytes: [UInt8]) {
        let source = SourceFile(path: "", bytes: bytes)
        var log = DiagnosticList(file: "")
        let plain = source.isUTF8(&log) ? PlainYaml.root(of: source.content) : nil
        isQuick = plain != nil
        isSound = plain == nil || (YamlLoader.parsed(source, &log) == plain && log.isEmpty)
    }
}
