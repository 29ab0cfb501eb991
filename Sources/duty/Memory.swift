import CMalloc

/// How the process asks the system for memory.
enum Memory {
    /// In large steps: else every thread asks for a few pages at a time, and asks again for what it has just given back.
    ///
    /// Pages that nobody writes to cost nothing. To be called before there are threads.
    static func takeInLargeSteps() {
        mallopt(M_TOP_PAD, 64 << 20)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
    }
}
