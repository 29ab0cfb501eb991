import GRDB

extension StoreError {
    /// The one place that reads result codes of SQLite.
    init(_ error: any Error, path: String) {
        self = Self.known(error, path: path) ?? .failed(detail: String(describing: error))
    }

    /// Nil for an error that neither the store nor SQLite made.
    static func known(_ error: any Error, path: String) -> StoreError? {
        switch error {
        case let error as StoreError: error
        case let error as DatabaseError: StoreError(code: error, path: path)
        case is DecodingError, is EncodingError, is RowDecodingError: .unreadableRow(detail: String(describing: error))
        default: nil
        }
    }

    private init(code error: DatabaseError, path: String) {
        let detail = error.message ?? error.resultCode.description
        self =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notADatabase(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .locked
            case .SQLITE_FULL: .diskFull
            case .SQLITE_IOERR: .diskFailed(path: path, detail: detail)
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_CORRUPT: .corrupt(detail: detail)
            case .SQLITE_CANTOPEN: .cannotOpen(path: path, detail: detail)
            case .SQLITE_CONSTRAINT: .refusedRow(detail: detail)
            default: .failed(detail: detail)
            }
    }
}
