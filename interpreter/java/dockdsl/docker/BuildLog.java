package dockdsl.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Follows a build. docker-java's own callbacks log every error with its stack; this one keeps it for who waits.
 */
final class BuildLog implements ResultCallback<BuildResponseItem> {
    private static final int LINES_KEPT = 10;

    private final Consumer<String> progress;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private volatile Closeable stream = () -> {};
    private String step = "";

    BuildLog(Consumer<String> progress) {
        this.progress = progress;
    }

    /** The Dockerfile was read, and a step of it failed. */
    static final class StepFailed extends Exception {
        private static final long serialVersionUID = 1L;

        private StepFailed(String message) {
            super(message);
        }
    }

    @Override
    public void onStart(Closeable answer) {
        stream = answer;
    }

    @Override
    public void onNext(BuildResponseItem item) {
        if (item.getStream() != null) {
            item.getStream().lines().forEach(this::line);
        }
        if (item.isErrorIndicated()) {
            end.completeExceptionally(new StepFailed(failure(error(item))));
        }
    }

    private void line(String line) {
        if (line.startsWith("Step ")) {
            step = line;
            lastLines.clear();
            progress.accept(line);
        } else if (!line.isBlank() && !line.startsWith(" --->")) {
            lastLines.addLast(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.removeFirst();
            }
        }
    }

    private static String error(BuildResponseItem item) {
        return item.getErrorDetail() == null
                ? "it failed without a reason"
                : item.getErrorDetail().getMessage();
    }

    private String failure(String error) {
        String output = lastLines.isEmpty() ? "" : "\n" + String.join("\n", lastLines);
        return (step.isEmpty() ? error : step + " failed: " + error) + output;
    }

    @Override
    public void onError(Throwable throwable) {
        end.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    /** Waits for the end of the build. @throws ExecutionException with what ended it */
    void await(Duration longest) throws ExecutionException, InterruptedException, TimeoutException {
        end.get(longest.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
