extension Duration {
    /// The whole of it in seconds, parts of them included.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
