package io.tidemark.adapters.notify.http;

import java.io.IOException;

/** The address rules object to a call; nothing was sent. */
final class AddressRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    AddressRefusedException(String message) {
        super(message);
    }
}
