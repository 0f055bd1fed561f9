package dockdsl.ssh;

import dockdsl.host.Duplex;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.sshd.common.io.AbstractIoWriteFuture;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoService;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.closeable.AbstractCloseable;

/**
 * A connection that runs inside of another SSH connection, so that a bastion is logged into once however many hosts are
 * behind it, and nothing listens here.
 */
final class TunnelSession extends AbstractCloseable implements IoSession {
    private final IoService service;
    private final IoHandler handler;
    private final Duplex tunnel;
    private final SocketAddress address;
    private final Thread.Builder threads;
    private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
    private final BlockingQueue<Write> writes = new LinkedBlockingQueue<>();

    /** @param threads of a kind that may wait for the tunnel */
    TunnelSession(IoService service, IoHandler handler, Duplex tunnel, SocketAddress address, Thread.Builder threads) {
        this.service = service;
        this.handler = handler;
        this.tunnel = tunnel;
        this.address = address;
        this.threads = threads;
    }

    void start() {
        threads.start(this::read);
        threads.start(this::write);
    }

    private void read() {
        var bytes = new byte[32 * 1024];
        try {
            for (var count = tunnel.input().read(bytes);
                    count >= 0;
                    count = tunnel.input().read(bytes)) {
                handler.messageReceived(this, new ByteArrayBuffer(bytes, 0, count));
            }
            close(true);
        } catch (Exception e) {
            fail(e);
        }
    }

    private void write() {
        try {
            for (var write = writes.take(); write.bytes.length > 0; write = writes.take()) {
                tunnel.output().write(write.bytes);
                write.done();
            }
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(true);
        }
    }

    private void fail(Exception e) {
        try {
            if (isOpen()) {
                handler.exceptionCaught(this, e);
            }
        } catch (Exception again) {
            log.debug("{}", this, again);
        }
        close(true);
    }

    /** The bytes are copied: the outer session would take the inner one's prepared packet for its own. */
    @Override
    public IoWriteFuture writeBuffer(Buffer buffer) {
        var write = new Write(buffer.getCompactData());
        writes.add(write);
        if (isClosing()) {
            write.failed(new IOException("the connection is closed"));
        }
        return write;
    }

    @Override
    protected void doCloseImmediately() {
        tunnel.close();
        writes.forEach(write -> write.failed(new IOException("the connection was closed")));
        writes.add(new Write(new byte[0]));
        tellHandler();
        super.doCloseImmediately();
    }

    private void tellHandler() {
        try {
            handler.sessionClosed(this);
        } catch (Exception e) {
            log.debug("{}", this, e);
        }
    }

    @Override
    public long getId() {
        return System.identityHashCode(this);
    }

    @Override
    public Object getAttribute(Object key) {
        return attributes.get(key);
    }

    @Override
    public Object setAttribute(Object key, Object value) {
        return attributes.put(key, value);
    }

    @Override
    public Object setAttributeIfAbsent(Object key, Object value) {
        return attributes.putIfAbsent(key, value);
    }

    @Override
    public Object removeAttribute(Object key) {
        return attributes.remove(key);
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return address;
    }

    @Override
    public SocketAddress getLocalAddress() {
        return address;
    }

    @Override
    public SocketAddress getAcceptanceAddress() {
        return address;
    }

    @Override
    public IoService getService() {
        return service;
    }

    @Override
    public void shutdownOutputStream() throws IOException {
        tunnel.closeOutput();
    }

    /** Only servers ask for this. */
    @Override
    public void suspendRead() {
        throw new UnsupportedOperationException("a tunnel reads until it ends");
    }

    @Override
    public void resumeRead() {
        throw new UnsupportedOperationException("a tunnel reads until it ends");
    }

    /** Bytes on their way out. */
    private static final class Write extends AbstractIoWriteFuture {
        private final byte[] bytes;

        Write(byte[] bytes) {
            super("tunnel", null);
            this.bytes = bytes;
        }

        void done() {
            setValue(Boolean.TRUE);
        }

        void failed(IOException e) {
            setValue(e);
        }
    }
}
