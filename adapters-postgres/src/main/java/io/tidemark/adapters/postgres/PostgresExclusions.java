package io.tidemark.adapters.postgres;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.port.ExclusionBook;
import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.Remark;
import java.util.List;
import java.util.Optional;

/** Keeps exclusions, the lifted ones too, for whoever asks later what a baseline was made of. */
final class PostgresExclusions implements ExclusionBook {
    private final Database database;

    PostgresExclusions(Database database) {
        this.database = database;
    }

    @Override
    public Numbered add(Exclusion exclusion) {
        return database.transact(session -> {
            ExclusionMapper exclusions = session.getMapper(ExclusionMapper.class);
            Long id = exclusions.add(exclusion);
            return id == null
                    ? requireNonNull(exclusions.answerTo(requireNonNull(exclusion.alertId())))
                            .toExclusion()
                    : new Numbered(id, exclusion);
        });
    }

    @Override
    public Optional<Numbered> lift(long id, Remark remark) {
        return database.ask(ExclusionMapper.class, mapper -> Optional.ofNullable(mapper.lift(id, remark)))
                .map(ExclusionRow::toExclusion);
    }

    @Override
    public List<Numbered> standing() {
        return database.ask(ExclusionMapper.class, ExclusionMapper::standing).stream()
                .map(ExclusionRow::toExclusion)
                .toList();
    }
}
