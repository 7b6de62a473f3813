package io.tidemark.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupTest {
    @Test
    void among_joinsWhatIsLinkedThroughOthers() {
        assertThat(groups(link("a", "b", 0.9), link("b", "c", 0.8))).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void among_doesNotChainTwoGroupsByOneLink() {
        assertThat(groups(
                        link("a", "b", 0.9),
                        link("a", "c", 0.9),
                        link("b", "c", 0.9),
                        link("x", "y", 0.9),
                        link("x", "z", 0.9),
                        link("y", "z", 0.9),
                        link("c", "x", 0.8)))
                .containsExactly(List.of("a", "b", "c"), List.of("x", "y", "z"));
    }

    @Test
    void among_leavesOutWhatMovesTheOtherWay() {
        assertThat(groups(link("a", "b", -0.95))).isEmpty();
    }

    @Test
    void among_leavesOutWhatDoesNotDegrade() {
        Map<String, Standing> standings = Map.of("a", rising(2), "b", rising(1.1));

        assertThat(Group.among(List.of(link("a", "b", 0.9)), standings)).isEmpty();
    }

    @Test
    void among_namesTheWorstAndTheStrongestLink() {
        Map<String, Standing> standings = Map.of("a", rising(1.5), "b", rising(3), "c", rising(2));

        assertThat(Group.among(List.of(link("a", "b", 0.9), link("b", "c", 0.8)), standings))
                .containsExactly(new Group(List.of("a", "b", "c"), "b", 0.9));
    }

    @Test
    void isAbout_holdsWhenMembersComeAndGo() {
        Group group = new Group(List.of("a", "b", "c"), "a", 0.9);

        assertThat(group.isAbout(List.of("a", "b", "c", "d", "e"))).isTrue();
        assertThat(group.isAbout(List.of("c", "x"))).isTrue();
        assertThat(group.isAbout(List.of("c", "x", "y", "z"))).isFalse();
        assertThat(group.isAbout(List.of("x", "y"))).isFalse();
        assertThat(group.isAbout(List.of())).isFalse();
    }

    @Test
    void group_needsTwoMembers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Group(List.of("a"), "a", 1))
                .withMessageContaining("two members or more");
    }

    private static List<List<String>> groups(Link... links) {
        Map<String, Standing> standings = new HashMap<>();
        Arrays.stream(links)
                .flatMap(link -> List.of(link.one(), link.other()).stream())
                .forEach(name -> standings.put(name, rising(2)));
        return Group.among(List.of(links), standings).stream()
                .map(Group::members)
                .sorted(Comparator.comparing(members -> members.get(0)))
                .toList();
    }

    private static Link link(String one, String other, double coefficient) {
        return new Link(one, other, coefficient, 1_440);
    }

    private static Standing rising(double factor) {
        return new Standing(new Standing.Normal(1_000, 0.05, 1_440), 30, Math.log(factor), List.of());
    }
}
