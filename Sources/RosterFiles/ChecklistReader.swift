import Incidents
import Rosters

/// Reads the checklists by which people grade what no rule grades by numbers.
enum ChecklistReader {
    private enum Field: String, FieldKey {
        case category, type, source, items
    }
    private enum ItemField: String, FieldKey {
        case id, grade, text
    }

    static func read(_ node: YamlNode?, _ log: inout DiagnosticList) -> [GradeChecklist] {
        (node?.items(&log) ?? []).compactMap { item in
            let fields = YamlFields<Field>(item, &log)
            let category = fields.required(.category, &log)?.word(of: ValueWords.categories, &log)
            let source = fields.requiredText(.source, &log)
            let items = items(fields.required(.items, &log), &log)
            guard let category, let source else { return nil }
            return GradeChecklist(
                kind: IncidentKind(category: category, type: fields.text(.type, &log)), source: source, items: items)
        }
    }

    private static func items(_ node: YamlNode?, _ log: inout DiagnosticList) -> [GradeChecklist.Item] {
        var lines: [String: Int] = [:]
        return (node?.items(&log) ?? []).compactMap { item in
            let fields = YamlFields<ItemField>(item, &log)
            let id = fields.requiredText(.id, &log)
            let grade = fields.required(.grade, &log)?.word(of: ValueWords.grades, &log)
            let text = fields.requiredText(.text, &log)
            guard let id, let grade, let text else { return nil }
            if let first = lines[id] {
                log.add(.duplicate(.checklistItem, id, firstLine: first), at: item.site)
                return nil
            }
            lines[id] = item.site.line
            return GradeChecklist.Item(id: id, grade: grade, text: text)
        }
    }
}
