package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullProgressTest {
    private final List<String> told = new ArrayList<>();
    private final PullProgress progress = new PullProgress(told::add);

    @Test
    void sumsUpTheLayersAndTellsOnlyNews() {
        take("{'status':'Pulling from library/redis','id':'7.4.1'}");
        take("{'status':'Already exists','id':'aaa'}");
        take("{'status':'Pulling fs layer','id':'bbb'}");
        take("{'status':'Downloading','progressDetail':{'current':5000000,'total':40000000},'id':'bbb'}");
        take("{'status':'Downloading','progressDetail':{'current':5000001,'total':40000000},'id':'bbb'}");
        take("{'status':'Download complete','id':'bbb'}");
        take("{'status':'Extracting','progressDetail':{'current':1,'total':40000000},'id':'bbb'}");
        take("{'status':'Pull complete','id':'bbb'}");
        take("{'status':'Status: Downloaded newer image for redis:7.4.1'}");
        assertThat(told)
                .containsExactly(
                        "1 of 1 layers",
                        "1 of 2 layers",
                        "1 of 2 layers, 5 of 40 MB",
                        "1 of 2 layers, 40 of 40 MB",
                        "2 of 2 layers, 40 of 40 MB");
    }

    private void take(String json) {
        progress.take(JsonReader.object(json.replace('\'', '"')));
    }
}
