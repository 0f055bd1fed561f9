package dockdsl.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.ChannelOutputStream;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.channel.AbstractServerChannel;

/** The embedded host's end of a channel to a socket of this machine; each direction may end on its own. */
final class ServedChannel extends AbstractServerChannel {
    private static final byte[] END = new byte[0];

    private final Function<Buffer, SocketAddress> target;
    private final BlockingQueue<byte[]> forSocket = new LinkedBlockingQueue<>();
    private final AtomicInteger directionsLeft = new AtomicInteger(2);
    private volatile SocketChannel socket;

    private ServedChannel(Function<Buffer, SocketAddress> target) {
        super("", List.of(), null);
        this.target = target;
    }

    static ChannelFactory ofUnixSockets() {
        return new Factory(StreamlocalChannel.TYPE, request -> UnixDomainSocketAddress.of(request.getString()));
    }

    /** @param target where every path leads to */
    static ChannelFactory ofUnixSockets(SocketAddress target) {
        return new Factory(StreamlocalChannel.TYPE, request -> target);
    }

    static ChannelFactory ofTcp() {
        return new Factory("direct-tcpip", request -> new InetSocketAddress(request.getString(), request.getInt()));
    }

    @Override
    protected OpenFuture doInit(Buffer request) {
        var opening = new DefaultOpenFuture(this, futureLock);
        var bytes = request.getCompactData();
        Thread.startVirtualThread(() -> connect(new ByteArrayBuffer(bytes), opening));
        return opening;
    }

    private void connect(Buffer request, OpenFuture opening) {
        try {
            socket = SocketChannel.open(target.apply(request));
            signalChannelOpenSuccess();
            opening.setOpened();
            Thread.startVirtualThread(this::fromSocket);
            Thread.startVirtualThread(this::toSocket);
        } catch (IOException | RuntimeException e) {
            signalChannelOpenFailure(e);
            opening.setException(new SshChannelOpenException(
                    getChannelId(), SshConstants.SSH_OPEN_CONNECT_FAILED, "open failed", e));
            close(true);
        }
    }

    private void fromSocket() {
        var buffer = ByteBuffer.allocate(32 * 1024);
        try (var client =
                new ChannelOutputStream(this, getRemoteWindow(), log, SshConstants.SSH_MSG_CHANNEL_DATA, true)) {
            while (socket.read(buffer) >= 0) {
                client.write(buffer.array(), 0, buffer.position());
                client.flush();
                buffer.clear();
            }
        } catch (IOException e) {
            close(false);
            return;
        }
        endedOneDirection();
    }

    private void toSocket() {
        try {
            for (var bytes = forSocket.take(); bytes != END; bytes = forSocket.take()) {
                for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                    socket.write(rest);
                }
                getLocalWindow().release(bytes.length);
            }
            socket.shutdownOutput();
            endedOneDirection();
        } catch (IOException e) {
            close(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(true);
        }
    }

    private void endedOneDirection() {
        if (directionsLeft.decrementAndGet() == 0) {
            close(false);
        }
    }

    @Override
    protected void doWriteData(byte[] bytes, int offset, long length) {
        forSocket.add(Arrays.copyOfRange(bytes, offset, offset + (int) length));
    }

    @Override
    protected void doWriteExtendedData(byte[] bytes, int offset, long length) {
        throw new UnsupportedOperationException("a socket has no error stream");
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        forSocket.add(END);
    }

    @Override
    protected void preClose() {
        forSocket.add(END);
        hangUp();
        super.preClose();
    }

    private void hangUp() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            log.debug("the socket did not close", e);
        }
    }

    private record Factory(String getName, Function<Buffer, SocketAddress> target) implements ChannelFactory {
        @Override
        public Channel createChannel(Session session) {
            return new ServedChannel(target);
        }
    }
}
