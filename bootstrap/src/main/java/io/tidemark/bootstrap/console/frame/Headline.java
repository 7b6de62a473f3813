package io.tidemark.bootstrap.console.frame;

/**
 * What a page answers, in a sentence.
 *
 * @param tone the name of its colour and shape: {@code critical}, {@code warning}, {@code fine} or {@code unknown}
 * @param sentence the answer
 * @param detail what else is to be known at once
 */
public record Headline(String tone, String sentence, String detail) {}
