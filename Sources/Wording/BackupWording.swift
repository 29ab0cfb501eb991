/// What `backup` says.
package enum BackupWording {
    package static func done(_ path: String, bytes: Int, entries: Int) -> Phrase {
        Phrase(
            zh: "备份完成：\(path)，\(bytes) 字节，台账 \(entries) 条；数据库已检查，台账已核对。检查点（请另处留存）：",
            en:
                "backed up: \(path), bytes: \(bytes), ledger entries: \(entries); the copy was checked and its ledger read. "
                + "Checkpoint, to be kept elsewhere:")
    }
}
