package io.tidemark.bridge.micrometer;

import static java.util.Objects.requireNonNull;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.tidemark.application.Tidemark;
import io.tidemark.application.record.Timer;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records every observation, with its error if it has one.
 *
 * <pre>{@code
 * observations.observationConfig().observationHandler(new TidemarkObservationHandler(tidemark));
 * }</pre>
 *
 * <p>Its low-cardinality key {@code branch}, if it has one, is the branch of the timing; other keys are left out. A name
 * that breaks Tidemark's rules is counted as lost; the observed work never notices.
 */
public final class TidemarkObservationHandler implements ObservationHandler<Observation.Context> {
    private static final Logger LOG = LoggerFactory.getLogger(TidemarkObservationHandler.class);

    private final Tidemark tidemark;
    private final Function<Observation.Context, @Nullable String> nameOf;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Names an operation as its observation is named, such as {@code http.server.requests}. */
    public TidemarkObservationHandler(Tidemark tidemark) {
        this(tidemark, Observation.Context::getName);
    }

    /**
     * Names an operation by a function, which is asked when the observation stops, such as {@code
     * Observation.Context::getContextualName}. It must return few different names; should it throw or return null, the
     * observation's own name is taken.
     */
    public TidemarkObservationHandler(Tidemark tidemark, Function<Observation.Context, @Nullable String> nameOf) {
        this.tidemark = requireNonNull(tidemark, "tidemark");
        this.nameOf = requireNonNull(nameOf, "nameOf");
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }

    @Override
    public void onStart(Observation.Context context) {
        context.put(this, tidemark.start(Scope.OTHER));
    }

    @Override
    public void onStop(Observation.Context context) {
        Timer timer = context.get(this);
        if (timer == null) {
            return;
        }
        String name = name(context);
        try {
            timer.recordAs(tidemark.operation(name));
        } catch (IllegalArgumentException e) {
            // The recorder counts what has no valid name, and warns of it.
            tidemark.record(name, Duration.ZERO);
            return;
        }
        KeyValue branch = context.getLowCardinalityKeyValue(Branches.KEY);
        if (branch != null) {
            timer.describe(known -> Branches.onBranch(known, branch.getValue()));
        }
        end(timer, context.getError());
    }

    private static void end(Timer timer, @Nullable Throwable error) {
        if (error == null) {
            timer.close();
        } else {
            timer.fail(error);
        }
    }

    private String name(Observation.Context context) {
        String name = null;
        try {
            name = nameOf.apply(context);
        } catch (RuntimeException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn("An observation could not be named; it and others like it keep their own names", e);
            }
        }
        String own = context.getName();
        return name != null ? name : own != null ? own : "";
    }
}
