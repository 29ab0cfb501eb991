/// Something that keeps a command from doing its work: a sentence for the user and the exit code of DESIGN.md section 6.
package protocol Trouble: Error, Sendable {
    var phrase: Phrase { get }
    var exitCode: Int32 { get }
}
