/// A unit of the invented country, by a code as the statistical office gives one: 450102003.
struct OfficialUnit {
    let code: String
    let name: String
    let parent: String?
}

/// Country → provinces → prefectures → counties → towns, in the order of their codes.
struct Territory {
    let units: [OfficialUnit]

    /// So many units; each level has about as many below it as the real country's.
    init(count: Int) {
        var units = [OfficialUnit(code: "000000000", name: "总值班室", parent: nil)]
        let words = Array("清白青金石玉龙凤安永新长宁平和兴福泰顺昌")
        func word(_ number: Int) -> String { String([words[number % 20], words[number / 20 % 20]]) }
        func code(_ province: Int, _ city: Int, _ county: Int, _ town: Int) -> String {
            [(province, 2), (city, 2), (county, 2), (town, 3)]
                .map { number, width in String(String(number + 1000).suffix(width)) }.joined()
        }
        func add(_ code: String, _ name: String, under parent: String) {
            if units.count < count { units.append(OfficialUnit(code: code, name: name, parent: parent)) }
        }
        for province in 11..<99 where units.count < count {
            add(code(province, 0, 0, 0), word(province) + "省", under: "000000000")
            for city in 1...11 where units.count < count {
                add(code(province, city, 0, 0), word(province + city) + "市", under: code(province, 0, 0, 0))
                for county in 1...8 where units.count < count {
                    let above = code(province, city, county, 0)
                    add(above, word(city * 8 + county) + "县", under: code(province, city, 0, 0))
                    for town in 1...13 { add(code(province, city, county, town), word(town) + "镇", under: above) }
                }
            }
        }
        self.units = units
    }
}
