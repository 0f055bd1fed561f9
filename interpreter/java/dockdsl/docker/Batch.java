package dockdsl.docker;

import dockdsl.docker.http.Answer;
import dockdsl.value.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Questions that go out together and cost one round trip; each answer goes to who asked, in the order of asking. */
final class Batch {
    /** @param missing what to do when there is no such thing; empty when there must be one */
    private record Question(Call call, Taking taking, Optional<Runnable> missing) {}

    private interface Taking {
        void take(Answer answer) throws IOException;
    }

    private final EngineApi api;
    private final List<Question> questions = new ArrayList<>();

    Batch(EngineApi api) {
        this.api = api;
    }

    void object(String purpose, Target target, Consumer<Tree> found) {
        ask(purpose, target, answer -> found.accept(JsonReader.object(answer.body())), Optional.empty());
    }

    void list(String purpose, Target target, Consumer<List<Tree>> found) {
        ask(purpose, target, answer -> found.accept(JsonReader.list(answer.body())), Optional.empty());
    }

    void objectOrNone(String purpose, Target target, Consumer<Tree> found, Runnable missing) {
        ask(purpose, target, answer -> found.accept(JsonReader.object(answer.body())), Optional.of(missing));
    }

    private void ask(String purpose, Target target, Taking taking, Optional<Runnable> missing) {
        questions.add(new Question(Call.get(purpose, target), taking, missing));
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    /** @throws EngineRefused when the engine says no to one of them */
    void send() {
        api.readAll(questions.stream().map(Question::call).toList(), (index, answer) -> {
            take(questions.get(index), answer);
            return true;
        });
    }

    private void take(Question question, Answer answer) throws IOException {
        if (answer.isSuccess()) {
            question.taking().take(answer);
        } else if (answer.status() == Refusal.NOT_FOUND && question.missing().isPresent()) {
            question.missing().get().run();
        } else {
            throw api.refused(question.call(), Refusal.of(answer));
        }
    }
}
