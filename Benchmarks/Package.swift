// swift-tools-version: 6.2
import PackageDescription

/// What `make bench` needs besides the release binary; never built by `make test`.
let package = Package(
    name: "benchmarks",
    targets: [
        .executableTarget(name: "country"),
        .executableTarget(name: "split"),
    ],
    swiftLanguageModes: [.v6]
)
