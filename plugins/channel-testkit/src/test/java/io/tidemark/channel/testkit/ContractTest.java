package io.tidemark.channel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A rule that cannot fail says nothing: each of them meets a channel that breaks it. */
class ContractTest {
    @ParameterizedTest
    @EnumSource
    void contract_noticesEveryMistake(Mistake mistake) {
        MistakenChannelContract.make(mistake);
        assertThat(mistake.rules())
                .filteredOn(rule -> !fails(rule))
                .as("not noticed")
                .isEmpty();
    }

    @Test
    void contract_hasNoRuleThatNothingBreaks() {
        Set<String> rules = Stream.<Class<?>>iterate(
                        HttpChannelContract.class, type -> type != Object.class, Class::getSuperclass)
                .flatMap(rulebook -> Arrays.stream(rulebook.getDeclaredMethods()))
                .filter(ContractTest::isRule)
                .map(Method::getName)
                .collect(Collectors.toSet());
        List<String> broken = Arrays.stream(Mistake.values())
                .flatMap(mistake -> mistake.rules().stream())
                .distinct()
                .toList();
        assertThat(broken).containsExactlyInAnyOrderElementsOf(rules);
    }

    private static boolean isRule(Method method) {
        return AnnotationSupport.isAnnotated(method, Test.class)
                || AnnotationSupport.isAnnotated(method, TestFactory.class);
    }

    private static boolean fails(String rule) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectMethod(MistakenChannelContract.class, rule))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        assertThat(listener.getSummary().getTestsStartedCount()).as(rule).isPositive();
        return listener.getSummary().getTotalFailureCount() > 0;
    }
}
