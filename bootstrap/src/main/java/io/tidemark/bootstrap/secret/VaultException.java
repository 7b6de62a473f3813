package io.tidemark.bootstrap.secret;

/** A value cannot be encrypted or decrypted. The message says which, why and what to do, and holds no secret. */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
