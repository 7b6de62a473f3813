package io.tidemark.bootstrap.settings;

/**
 * How callbacks of receivers are told from forged ones.
 *
 * @param slackSigningSecret that of the Slack app whose buttons post back; none when empty
 * @param pagerDutySecret that of PagerDuty's webhook subscription; none when empty
 */
public record CallbackSettings(Secret slackSigningSecret, Secret pagerDutySecret) {
    /** Nothing posts back. */
    public static final CallbackSettings NONE = new CallbackSettings(Secret.NONE, Secret.NONE);

    static CallbackSettings read(Section section) {
        return new CallbackSettings(section.secret("slack-signing-secret"), section.secret("pagerduty-secret"));
    }
}
