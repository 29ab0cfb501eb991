package import Incidents
package import Wording

/// A message with everything that a channel needs to pass it on.
package struct Notice: Hashable, Sendable {
    package let message: Message
    /// Name of the person, or of the unit whose duty phone it is.
    package let recipientName: String
    /// Numbers to dial, the first one first; they never enter the payload.
    package let phones: [String]
    /// The language of the engine that sends.
    package let language: Language
    package let payload: NoticePayload

    package init(
        message: Message, recipientName: String, phones: [String], language: Language, payload: NoticePayload
    ) {
        self.message = message
        self.recipientName = recipientName
        self.phones = phones
        self.language = language
        self.payload = payload
    }

    package var isDrill: Bool { payload.isDrill }
    package var texts: Phrase { payload.text.phrase }
    /// The text in the engine's language, marked as a drill where it is one.
    package var text: String { DrillMark.marking(texts, isDrill: isDrill).text(in: language) }
}

/// A drill says so everywhere: texts that do not carry the mark yet get it in front.
enum DrillMark {
    static func marking(_ texts: Phrase, isDrill: Bool) -> Phrase {
        guard isDrill else { return texts }
        return Phrase(
            zh: texts.zh.contains("演练") ? texts.zh : "【演练】" + texts.zh,
            en: texts.en.lowercased().contains("drill") ? texts.en : "[DRILL] " + texts.en)
    }
}

extension String {
    /// Without control characters, so that nothing reported by a stranger can steer a terminal; line breaks may stay.
    func printable(onOneLine: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                result.append(scalar == "\n" && !onOneLine ? scalar : " ")
            case .format: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
