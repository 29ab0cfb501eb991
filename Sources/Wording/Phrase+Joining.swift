extension Phrase {
    /// A text that is the same in both languages: a name, a number, a time.
    package init(_ same: String) {
        self.init(zh: same, en: same)
    }

    package static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(zh: left.zh + right.zh, en: left.en + right.en)
    }
}

extension Sequence<Phrase> {
    /// All of them with a separator of each language between.
    package func joined(zh: String = "、", en: String = ", ") -> Phrase {
        Phrase(zh: map(\.zh).joined(separator: zh), en: map(\.en).joined(separator: en))
    }
}
