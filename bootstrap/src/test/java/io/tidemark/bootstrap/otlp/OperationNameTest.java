package io.tidemark.bootstrap.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "place order|place order",
                "GET /orders/{id}|GET /orders/{id}",
                "SELECT orders|SELECT orders",
                "select * from orders where id = 42|select",
                "UPDATE users SET name = 'Ada'|UPDATE",
                "with recent as (select 1) select 2|with",
                "` `|unnamed",
            })
    void statement_isCutToItsFirstWord(String spanName, String operation) {
        assertThat(OperationName.of(spanName, Attributes.of(List.of()))).isEqualTo(operation);
    }
}
