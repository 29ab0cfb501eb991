/// Invented names of people: a surname and one or two characters; namesakes in other units are wanted.
struct Names {
    private static let surnames = Array(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    )
    private static let given = Array(
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文斌建国志远海燕春梅雪松鹏飞宇浩然子轩雨桐思源嘉豪晨曦俊峰晓东立新永康振邦怀瑾秋实一鸣小满若水清扬承志书恒卫民德胜光耀景行维新"
    )

    private var random: SplitMix

    init(seed: UInt64) {
        random = SplitMix(seed: seed)
    }

    /// So many different names, as one unit has them.
    mutating func different(_ count: Int) -> [String] {
        var names: [String] = []
        while names.count < count {
            let name = one()
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private mutating func one() -> String {
        var name = String(Self.surnames[random.next(below: Self.surnames.count)])
        for _ in 0...(random.next(below: 4) == 0 ? 0 : 1) {
            name.append(Self.given[random.next(below: Self.given.count)])
        }
        return name
    }
}
