import CMalloc

/// Memory for a whole country: asked of the system in few large steps and kept, since page by page it takes as long as
/// the work itself.
enum RoomyMemory {
    /// Of address space only; pages are taken when they are written to.
    private static let room = 1 << 30
    /// So much at a time afterwards.
    private static let step: Int32 = 64 << 20
    /// The alignment of a large page.
    private static let page = 2 << 20

    /// For `check`, which fills it in a second, before any other thread runs, since each would have a heap of its own.
    ///
    /// The other commands fill no such room, or take memory so often that threads would wait for each other.
    static func prepare(for arguments: [String]) {
        guard arguments.first == "check" else { return }
        mallopt(M_ARENA_MAX, 1)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TRIM_THRESHOLD, .max)
        mallopt(M_TOP_PAD, Int32(room))
        defer { mallopt(M_TOP_PAD, step) }
        // The first block that does not fit widens the heap by all of the room behind it.
        guard let block = malloc(page) else { return }
        defer { free(block) }
        let start = (UInt(bitPattern: block) + UInt(page)) & ~UInt(page - 1)
        madvise(UnsafeMutableRawPointer(bitPattern: start), room - 2 * page, MADV_HUGEPAGE)
    }
}
