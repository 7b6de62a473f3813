package io.tidemark.channel.email;

import io.tidemark.channel.Channel;
import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.ChannelFactory;
import io.tidemark.channel.ChannelHost;

/** Makes channels of type {@code email}. */
public final class EmailChannelFactory implements ChannelFactory {
    /** For the service loader. */
    public EmailChannelFactory() {}

    @Override
    public String type() {
        return "email";
    }

    @Override
    public Channel create(ChannelConfig config, ChannelHost host) {
        SettingsReader settings = new SettingsReader(config);
        Letterhead letterhead = settings.letterhead();
        SmtpServer server = settings.server(letterhead);
        config.check();
        return new EmailChannel(new MailComposer(letterhead), new PostOffice(server, host), host.destination());
    }
}
