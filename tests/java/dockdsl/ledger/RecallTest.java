package dockdsl.ledger;

import static dockdsl.ledger.Ledgers.cutOff;
import static dockdsl.ledger.Ledgers.done;
import static dockdsl.ledger.Ledgers.failed;
import static dockdsl.ledger.Ledgers.id;
import static dockdsl.ledger.Ledgers.ledger;
import static dockdsl.ledger.Ledgers.release;
import static dockdsl.ledger.Ledgers.removed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecallTest {
    private final SequencedMap<String, Ledger> hosts = new LinkedHashMap<>();
    private final Set<String> reached = new HashSet<>();
    private Optional<Integer> unremembered = Optional.empty();

    @Test
    void theNewestReleaseIsUndone() {
        hosts.put("web1", ledger(release(1, done("app", 1)), release(2, done("app", 2))));

        assertThat(told(recall().newest())).containsExactly("web1 app 1 of " + id(1));
    }

    @Test
    void containersThatTheNewestReleaseLeftAloneStay() {
        hosts.put(
                "web1",
                ledger(
                        release(1, done("app", 1), done("db", 1)),
                        release(2, done("db", 2)),
                        release(3, done("app", 3))));

        assertThat(told(recall().newest())).containsExactly("web1 app 1 of " + id(1));
        assertThat(told(recall().before(List.of("db")))).containsExactly("web1 db 1 of " + id(1));
    }

    @Test
    void failedReleasesAreNeitherUndoneNorGoneBackTo() {
        hosts.put(
                "web1",
                ledger(
                        release(1, done("app", 1)),
                        release(2, failed("app", 2)),
                        release(3, done("app", 3)),
                        release(4, failed("app", 4))));

        assertThat(told(recall().newest())).containsExactly("web1 app 1 of " + id(1));
        assertThat(told(recall().asOf(id(2), List.of()))).containsExactly("web1 app 1 of " + id(1));
    }

    @Test
    void hostsWithDifferentPastsGoBackEachToItsOwn() {
        hosts.put("web1", ledger(release(1, done("app", 1)), release(3, done("app", 3))));
        hosts.put("web2", ledger(release(2, done("app", 2)), release(3, done("app", 3))));
        hosts.put("web3", ledger(release(3, failed("app", 3))));

        assertThat(told(recall().newest())).containsExactly("web1 app 1 of " + id(1), "web2 app 2 of " + id(2));
    }

    @Test
    void aContainerWithoutAPastStaysAsItIs() {
        hosts.put("web1", ledger(release(1, done("app", 1)), release(2, done("app", 2), done("extra", 2))));

        Recall recall = recall().newest();

        assertThat(told(recall)).containsExactly("web1 app 1 of " + id(1));
        assertThat(recall.stays()).containsExactly(new Recall.Stay("web1", "extra", "it has no earlier release"));
    }

    @Test
    void whatTheNewestReleaseRemovedComesBack() {
        hosts.put("web1", ledger(release(1, done("app", 1), done("old", 1)), release(2, removed("old"))));

        assertThat(told(recall().newest())).containsExactly("web1 old 1 of " + id(1));
    }

    @Test
    void whatWasNotThereThenStaysAsItIs() {
        hosts.put("web1", ledger(release(1, done("app", 1)), release(2, removed("app")), release(3, done("app", 3))));

        assertThat(recall().asOf(id(2), List.of()).stays())
                .containsExactly(new Recall.Stay("web1", "app", "it was not there then"));
    }

    @Test
    void aReleaseThatAHostTookNoPartInMeansWhatTheHostHadThen() {
        hosts.put("web1", ledger(release(1, done("app", 1)), release(2, done("app", 2)), release(4, done("app", 4))));
        hosts.put("web2", ledger(release(1, done("app", 1)), release(3, done("app", 3))));

        assertThat(told(recall().asOf(id(2), List.of("app"))))
                .containsExactly("web1 app 2 of " + id(2), "web2 app 1 of " + id(1));
    }

    @Test
    void aSecondRollbackGoesForwardAgain() {
        hosts.put("web1", ledger(release(1, done("app", 1)), release(2, done("app", 2)), release(3, done("app", 1))));

        assertThat(told(recall().newest())).containsExactly("web1 app 2 of " + id(2));
    }

    @Test
    void aReleaseThatOnlyHealedTheSameIsNoOtherVersion() {
        hosts.put("web1", ledger(release(1, done("app", 1)), release(2, done("app", 2)), release(3, done("app", 2))));

        assertThat(told(recall().newest())).containsExactly("web1 app 1 of " + id(1));
    }

    @Test
    void whatAKilledRunLeftGoesBackToTheLastThatIsRemembered() {
        hosts.put("web1", ledger(release(1, done("app", 1)), release(2, done("app", 2))));
        unremembered = Optional.of(3);

        assertThat(told(recall().newest())).containsExactly("web1 app 2 of " + id(2));
    }

    @Test
    void aRunThatWasCutOffIsUndoneAsFarAsItCame() {
        hosts.put(
                "web1",
                ledger(
                        release(1, done("app", 1), done("db", 1)),
                        release(2, done("app", 2), done("db", 2)),
                        release(3, cutOff("app", 3), cutOff("db", 3))));
        reached.add("app");

        assertThat(told(recall().newest())).containsExactly("web1 app 2 of " + id(2));
        assertThat(told(recall().before(List.of("app")))).containsExactly("web1 app 2 of " + id(2));
        assertThat(told(recall().before(List.of("db")))).containsExactly("web1 db 1 of " + id(1));
    }

    @Test
    void aRunThatWasCutOffBeforeItDidAnythingIsPassedOver() {
        hosts.put(
                "web1",
                ledger(
                        release(1, done("app", 1), done("db", 1)),
                        release(2, done("app", 2)),
                        release(3, cutOff("app", 3), cutOff("db", 3))));

        assertThat(told(recall().newest())).containsExactly("web1 app 1 of " + id(1));
    }

    @Test
    void aRunThatWentOnWithOneThatWasCutOffIsUndoneWithIt() {
        hosts.put(
                "web1",
                ledger(
                        release(1, done("app", 1), done("db", 1), done("web", 1)),
                        release(2, cutOff("web", 2)),
                        release(3, done("app", 3), done("db", 3)),
                        release(4, cutOff("app", 4), cutOff("db", 4)),
                        release(5, done("db", 5))));
        reached.add("app");
        reached.add("web");

        assertThat(told(recall().newest())).containsExactly("web1 app 3 of " + id(3), "web1 db 3 of " + id(3));
    }

    @Test
    void aRollbackThatWasCutOffGoesOn() {
        hosts.put(
                "web1",
                ledger(
                        release(1, done("app", 1), done("db", 1)),
                        release(2, done("app", 2), done("db", 2)),
                        release(3, "rollback", cutOff("app", 1), cutOff("db", 1))));
        reached.add("app");

        assertThat(told(recall().newest())).containsExactly("web1 app 1 of " + id(1), "web1 db 1 of " + id(1));
        assertThat(told(recall().before(List.of("app")))).containsExactly("web1 app 1 of " + id(1));
    }

    @Test
    void aRollbackFromARunThatWasCutOffGoesOnToo() {
        hosts.put(
                "web1",
                ledger(
                        release(1, done("app", 1), done("db", 1)),
                        release(2, done("app", 2), done("db", 2)),
                        release(3, cutOff("app", 3), cutOff("db", 3)),
                        release(4, "rollback", cutOff("app", 2), cutOff("db", 2))));
        reached.add("db");

        assertThat(told(recall().newest())).containsExactly("web1 app 2 of " + id(2), "web1 db 2 of " + id(2));
    }

    @Test
    void instancesGoBackTogether() {
        hosts.put(
                "web1",
                ledger(
                        release(1, done("app", 1), done("app-2", 1), done("app-store", 1)),
                        release(2, done("app", 2), done("app-2", 2), done("app-store", 2))));

        assertThat(told(recall().before(List.of("app"))))
                .containsExactly("web1 app 1 of " + id(1), "web1 app-2 1 of " + id(1));
    }

    @Test
    void nothingIsRememberedAndNothingGoesBack() {
        hosts.put("web1", Ledger.EMPTY);

        assertThat(recall().newest()).isEqualTo(new Recall(List.of(), List.of()));
    }

    /** What runs is what the host remembers last, unless a test says otherwise. */
    private Recall.Of recall() {
        return new Recall.Of(
                hosts,
                (host, container) -> unremembered
                        .map(Ledgers::imageId)
                        .or(() -> Versions.of(hosts.get(host), container)
                                .now()
                                .good()
                                .flatMap(Deed::image)
                                .map(Deed.Image::id)),
                picks -> picks.stream()
                        .filter(pick -> reached.contains(pick.deed().container()))
                        .toList());
    }

    private static List<String> told(Recall recall) {
        return recall.picks().stream()
                .map(pick -> pick.host() + " " + pick.deed().container() + " "
                        + pick.deed().image().orElseThrow().name().tag().orElseThrow() + " of "
                        + pick.release().id())
                .toList();
    }
}
