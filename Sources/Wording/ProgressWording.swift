/// What a long task says while it runs.
package enum ProgressWording {
    package static func reading(_ place: String) -> Phrase { Phrase(zh: "读取 \(place)", en: "reading \(place)") }

    package static func checking(_ place: String, period: String) -> Phrase {
        Phrase(zh: "校验 \(place) \(period)", en: "checking \(place) \(period)")
    }

    package static func proving(_ place: String, period: String) -> Phrase {
        Phrase(zh: "推演 \(place) \(period)", en: "proving \(place) \(period)")
    }

    package static func publishing(_ place: String, period: String) -> Phrase {
        Phrase(zh: "发布 \(place) \(period)", en: "publishing \(place) \(period)")
    }

    package static func backingUp(_ path: String) -> Phrase {
        Phrase(zh: "备份到 \(path) 并核对", en: "copying to \(path) and verifying")
    }

    package static let verifying = Phrase(zh: "核对台账", en: "verifying the ledger")

    package static func line(_ work: Phrase, done: Int, total: Int) -> Phrase {
        work
            + Phrase(
                zh: "：\(grouped(done))/\(grouped(total)) 单位", en: ": \(grouped(done))/\(grouped(total)) units")
    }

    /// 23,000.
    package static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var end = digits.count - 3
        while end > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
            end -= 3
        }
        return digits
    }
}
