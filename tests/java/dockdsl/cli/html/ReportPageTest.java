package dockdsl.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.Golden;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    @Test
    void aPageTellsAllThereIsToKnow() {
        Golden.check("report.html", ReportPage.of(Reports.usual()));
    }

    @Test
    void whateverHostsAndContainersAreCalledItIsText() {
        String page = ReportPage.of(Reports.hostile());

        assertThat(page)
                .doesNotContain("<script", "<img", "onerror=\"", "\u202e", "\u001b")
                .contains("&lt;script&gt;", "&quot;&gt;&lt;img");
    }

    @Test
    void nothingIsAskedOfTheNetwork() {
        assertThat(ReportPage.of(Reports.usual()).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "//", "@import", "src=", "<link", "<script")
                .contains("default-src 'none'");
    }
}
