package io.tidemark.channel.email;

import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.Secret;
import io.tidemark.channel.Text;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings of a destination, and notes what is wrong with them. */
final class SettingsReader {
    /** Below the ten seconds that a host allows, so that the channel can still say what happened. */
    private static final Duration MAIL_LIMIT = Duration.ofSeconds(8);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final int LONGEST_PREFIX = 60;
    private static final InternetAddress STAND_IN = Addresses.single("stand-in@example.invalid");

    private final ChannelConfig config;

    SettingsReader(ChannelConfig config) {
        this.config = config;
    }

    Letterhead letterhead() {
        InternetAddress from = required("from", Addresses::single, STAND_IN);
        return new Letterhead(
                from,
                required("to", Addresses::list, List.of(STAND_IN)),
                optional("reply-to", Addresses::list).orElse(List.of()),
                Text.cut(Text.oneLine(config.optionalText("subject-prefix").orElse("[tidemark]")), LONGEST_PREFIX),
                optional("message-id-domain", Addresses::host).orElse(Addresses.domain(from)));
    }

    SmtpServer server(Letterhead letterhead) {
        Security security = config.choice("security", Security.STARTTLS);
        if (security == Security.NONE && !config.allowsPlain()) {
            config.problem(
                    "security",
                    "'none' sends everything in the clear; use starttls or tls, or allow plain http to channels");
        }
        return new SmtpServer(
                required("host", Addresses::host, "stand-in.invalid"),
                config.integer("port", security.port(), 1, 65_535),
                security,
                caller(letterhead),
                new SmtpServer.Limits(
                        config.duration("connect-time-limit", CONNECT_LIMIT),
                        config.duration("time-limit", MAIL_LIMIT)));
    }

    private SmtpServer.Caller caller(Letterhead letterhead) {
        return new SmtpServer.Caller(
                optional("helo-name", Addresses::host).orElse(letterhead.domain()),
                credentials(letterhead.from()),
                optional("ca-certificate", Trust::in).orElseGet(Trust::ofTheJdk));
    }

    /** Most services call an account by its address. */
    private Optional<Credentials> credentials(InternetAddress from) {
        Optional<String> user = config.optionalText("username");
        Optional<Secret> password = config.optionalSecret("password");
        if (user.isPresent() && password.isEmpty()) {
            config.problem("password", "is missing; a username needs one");
        }
        return password.map(value -> new Credentials(user.orElse(from.getAddress()), value));
    }

    private <T> T required(String key, Function<String, T> parser, T standIn) {
        if (config.optionalText(key).isEmpty()) {
            config.problem(key, "is missing; add it to the settings of the destination");
        }
        return optional(key, parser).orElse(standIn);
    }

    private <T> Optional<T> optional(String key, Function<String, T> parser) {
        try {
            return config.optionalText(key).map(parser);
        } catch (IllegalArgumentException rule) {
            config.problem(key, String.valueOf(rule.getMessage()));
            return Optional.empty();
        }
    }
}
