package io.tidemark.channel.email;

/** How much of a message goes into a mail, most first. */
enum Form {
    /** Text, HTML and the picture. */
    FULL,
    /** Text and HTML. */
    WITHOUT_PICTURE,
    /** A short text. */
    BRIEF
}
