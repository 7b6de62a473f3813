package io.tidemark.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Conversation;
import io.tidemark.channel.Conversation.About;
import io.tidemark.channel.Links;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import io.tidemark.channel.Message.Severity;
import io.tidemark.channel.testkit.Messages;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the mails back with a parser, as a client does. */
class MailComposerTest {
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Letterhead LETTERHEAD = new Letterhead(
            Addresses.single("Tidemark <tidemark@example.org>"),
            Addresses.list("ops@example.org, Ünal <unal@example.org>"),
            Addresses.list("team@example.org"),
            "[prod]",
            "tidemark.example.org");

    @Test
    void mail_hasTheTextFirstAndThePageWithItsPictureLast() throws Exception {
        MimeMultipart ways = multipart(mail(Messages.firing()).getContent());
        assertThat(ways.getContentType()).startsWith("multipart/alternative");
        assertThat(ways.getCount()).isEqualTo(2);
        assertThat(ways.getBodyPart(0).isMimeType("text/plain")).isTrue();
        MimeMultipart rich = multipart(ways.getBodyPart(1).getContent());
        assertThat(rich.getContentType()).startsWith("multipart/related").contains("type=\"text/html\"");
        assertThat(rich.getBodyPart(0).isMimeType("text/html")).isTrue();
        MimeBodyPart picture = (MimeBodyPart) rich.getBodyPart(1);
        assertThat(picture.getDisposition()).isEqualTo("inline");
        assertThat(ImageIO.read(picture.getInputStream())).isNotNull();
        String named = picture.getContentID().replaceAll("[<>]", "");
        assertThat(rich.getBodyPart(0).getContent().toString()).contains("<img src=\"cid:" + named + "\"");
    }

    @Test
    void mail_hasTheHeadersThatMachinesReadItBy() throws Exception {
        MimeMessage mail = mail(Messages.firing());
        assertThat(mail.getFrom()).containsExactly(LETTERHEAD.from());
        assertThat(mail.getAllRecipients()).containsExactlyElementsOf(LETTERHEAD.to());
        assertThat(mail.getReplyTo()).containsExactlyElementsOf(LETTERHEAD.replyTo());
        assertThat(mail.getHeader("Date", null)).isEqualTo("Fri, 20 Nov 2026 14:03:05 +0000");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        assertThat(mail.getHeader("X-Tidemark-Alert", null)).isEqualTo("8431");
        assertThat(mail.getMessageID()).matches("<8431-3\\.[0-9a-z]+@tidemark\\.example\\.org>");
    }

    @Test
    void text_saysEverything() throws Exception {
        assertThat(text(mail(Messages.firing()))).isEqualToNormalizingNewlines("""
                CRITICAL: merge.apply is slow

                Slower than normal since 13:58.

                p95: 412 ms
                expected: 95–160 ms

                Open: https://tidemark.example.org/alerts/8431
                Runbook: https://tidemark.example.org/runbooks/threshold_exceeded
                Acknowledge: https://tidemark.example.org/a/7c1f

                --\s
                20 November 2026, 14:03:05 UTC · 8431
                """);
    }

    @Test
    void page_saysEverything() throws Exception {
        assertThat(page(mail(Messages.firing())))
                .contains(
                        "CRITICAL: merge.apply is slow</div>",
                        "<h1 class=\"ink\"",
                        "Slower than normal since 13:58.",
                        ">95–160 ms</td>",
                        "alt=\"The last values, oldest first: 101, 98.5, 130, 412 ms. Normal: 95 to 160 ms.\"",
                        "<a href=\"https://tidemark.example.org/alerts/8431\"",
                        "<a href=\"https://tidemark.example.org/runbooks/threshold_exceeded\"",
                        "<a href=\"https://tidemark.example.org/a/7c1f\"",
                        "merge.apply on main: threshold exceeded · 20 November 2026, 14:03:05 UTC · 8431");
    }

    @Test
    void mail_withoutATrendHasNoPicture() throws Exception {
        MimeMultipart ways = multipart(mail(Messages.bare()).getContent());
        assertThat(ways.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(ways.getBodyPart(1).getContent().toString()).doesNotContain("<img");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FIRING", "ACKNOWLEDGED", "RESOLVED"})
    void subject_isTheSameThroughTheLifeOfAnAlert(Kind kind) throws Exception {
        for (Severity severity : Severity.values()) {
            assertThat(mail(Messages.of(kind, severity)).getSubject())
                    .isEqualTo("[prod] merge.apply on main: threshold exceeded (#8431)");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DIGEST", "TEST"})
    void subject_ofWhatIsNoAlertIsItsTitle(Kind kind) throws Exception {
        assertThat(mail(Messages.of(kind, Severity.INFO)).getSubject()).isEqualTo("[prod] merge.apply is slow");
    }

    @Test
    void secondMail_refersToTheFirst() throws Exception {
        Memo none = Memo.of(Messages.firing());
        MailComposer composer = new MailComposer(LETTERHEAD);
        String first = composer.id(Messages.firing());
        String noted = none.after(first, List.of(), List.of()).written();
        Message resolved = withMemo(Sending.withId(Messages.of(Kind.RESOLVED, Severity.CRITICAL), "8431-4"), noted);
        MimeMessage mail = mail(resolved);
        assertThat(mail.getMessageID()).isNotEqualTo(first);
        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo(first);
        assertThat(mail.getHeader("References", null)).isEqualTo(first);
    }

    @Test
    void firstMail_refersToNothingNotEvenWhenItIsSentAgain() throws Exception {
        String first = new MailComposer(LETTERHEAD).id(Messages.firing());
        String noted =
                Memo.of(Messages.firing()).after(first, List.of(), List.of()).written();
        assertThat(bytes(withMemo(Messages.firing(), noted), Form.FULL)).isEqualTo(bytes(Messages.firing(), Form.FULL));
        assertThat(mail(Messages.firing()).getHeader("References")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 <x>\r\nBcc: <y> AAAAAAAAAAA [] []", "1 <a b> AAAAAAAAAAA [] []", "2 x", "***"})
    void memo_thatIsNotOursAddsNoHeader(String memo) throws Exception {
        assertThat(bytes(withMemo(Messages.firing(), memo), Form.FULL)).isEqualTo(bytes(Messages.firing(), Form.FULL));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void mail_isSevenBitsInShortLinesWhateverItSays(Message message) throws Exception {
        for (Form form : Form.values()) {
            String wire = new String(bytes(message, form), StandardCharsets.ISO_8859_1);
            assertThat(wire.chars())
                    .allMatch(
                            octet -> octet == '\r' || octet == '\n' || (octet >= ' ' && octet <= '~') || octet == '\t');
            assertThat(wire.replace("\r\n", "")).doesNotContain("\r", "\n");
            assertThat(wire.split("\r\n")).allMatch(line -> line.length() <= 998);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void header_cannotBeAddedByWhatItSays(Message message) throws Exception {
        MimeMessage mail = mail(message);
        assertThat(Collections.list(mail.getAllHeaders()).stream().map(jakarta.mail.Header::getName))
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Reply-To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted",
                        "X-Auto-Response-Suppress",
                        "X-Tidemark-Alert");
        assertThat(mail.getSubject()).hasSizeLessThanOrEqualTo(160).doesNotContain("\r", "\n");
    }

    @Test
    void page_escapesWhatItShows() throws Exception {
        String evil = "<script>alert('1')</script>\" onload=\"x & <b>";
        Content content = Content.of(evil, evil, List.of(new Fact(evil, evil)))
                .withLinks(Links.to(URI.create("https://example.org/?a=1&b='2'")));
        Message message = new Message(
                "m-1",
                Conversation.of("c-1", new About(evil, evil, evil)),
                Kind.FIRING,
                Severity.INFO,
                content,
                Messages.firing().at());
        assertThat(page(mail(message)))
                .doesNotContain("<script", "onload=\"", "<b>", "&b='2'")
                .contains(
                        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;",
                        "https://example.org/?a=1&amp;b=&#39;2&#39;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "/alerts/1", "mailto:ops@example.org"})
    void link_mustLeadToTheWeb(String address) throws Exception {
        Message message = Messages.saying(Content.of("title", "", List.of()).withLinks(Links.to(URI.create(address))));
        assertThat(page(mail(message))).doesNotContain("<a href");
        assertThat(text(mail(message))).doesNotContain("Open:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a<b>@\"c\"", "(x)", "..", "a,b;c:d", "=_%&'*"})
    void id_isLegalWhateverTheMessageIsCalled(String id) throws Exception {
        MimeMessage mail = mail(Sending.withId(Messages.firing(), id));
        // dot-atom-text of RFC 5322, section 3.2.3
        String atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
        assertThat(mail.getMessageID()).matches("<" + atom + "(\\." + atom + ")*@" + atom + "(\\." + atom + ")*>");
    }

    @Test
    void brief_isASingleText() throws Exception {
        MimeMessage mail = parsed(bytes(Messages.firing(), Form.BRIEF));
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.getContent().toString()).startsWith("CRITICAL: merge.apply is slow");
    }

    private static Stream<Message> hostile() {
        About about = new About("A\r\nX-Injected: 1", "b\r\n\r\nbody\uD83C", "c\u202E\u0000" + "y".repeat(5_000));
        Message injecting = new Message(
                "m-1",
                Conversation.of("c<>:;,@\"", about),
                Kind.FIRING,
                Severity.CRITICAL,
                Content.of("d\r\nX-Injected: 2", ".\r\n.\r\n..\nQUIT\n", List.of()),
                Messages.firing().at());
        return Stream.concat(Messages.hostile(), Stream.of(injecting));
    }

    private static MimeMessage mail(Message message) throws Exception {
        return parsed(bytes(message, Form.FULL));
    }

    private static MimeMessage parsed(byte[] bytes) throws Exception {
        return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(Message message, Form form) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new MailComposer(LETTERHEAD)
                .compose(SESSION, message, Memo.of(message), form)
                .writeTo(bytes);
        return bytes.toByteArray();
    }

    private static String text(MimeMessage mail) throws Exception {
        return multipart(mail.getContent()).getBodyPart(0).getContent().toString();
    }

    private static String page(MimeMessage mail) throws Exception {
        Object rich = multipart(mail.getContent()).getBodyPart(1).getContent();
        return rich instanceof MimeMultipart related
                ? related.getBodyPart(0).getContent().toString()
                : rich.toString();
    }

    private static MimeMultipart multipart(Object content) {
        return (MimeMultipart) content;
    }

    private static Message withMemo(Message message, String memo) {
        Conversation before = message.conversation();
        return new Message(
                message.id(),
                new Conversation(before.id(), before.about(), memo),
                message.kind(),
                message.severity(),
                message.content(),
                message.at());
    }
}
