package dockdsl.ssh;

import dockdsl.host.Duplex;
import dockdsl.host.stream.BulkOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A program of this machine whose input and output lead to a host, as {@code ProxyCommand} names it. */
record ProxyProcess(Process process) implements Duplex {
    static ProxyProcess start(String command) throws IOException {
        return new ProxyProcess(new ProcessBuilder("/bin/sh", "-c", "exec " + command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Whoever waits for a process keeps the thread of the system, and there are few of them for all virtual threads. */
    static Thread.Builder threads() {
        return Thread.ofPlatform().daemon();
    }

    @Override
    public InputStream input() {
        return process.getInputStream();
    }

    @Override
    public OutputStream output() {
        return new BulkOutput() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                process.getOutputStream().write(bytes, offset, length);
                process.getOutputStream().flush();
            }
        };
    }

    @Override
    public void closeOutput() throws IOException {
        process.getOutputStream().close();
    }

    /** The login has its own deadline, and the connection its own signs of life. */
    @Override
    public void readTimeout(Duration timeout) {
        throw new UnsupportedOperationException("reads of a program end with it");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
