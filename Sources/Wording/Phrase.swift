/// A text in both languages; the compiler proves the catalogue whole, since neither can be left out.
package struct Phrase: Hashable, Sendable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    package func text(in language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}

/// The languages that the product speaks.
package enum Language: String, Sendable, CaseIterable {
    case zh
    case en
}
