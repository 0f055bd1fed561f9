package dockdsl.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** A conversation with an ssh-agent. */
final class Agent extends AbstractAgentProxy {
    private static final int LONGEST_ANSWER = 1 << 20;

    private final SocketChannel socket;

    private Agent(SocketChannel socket) {
        super(null);
        this.socket = socket;
    }

    static Agent at(Path path) throws IOException {
        return new Agent(SocketChannel.open(UnixDomainSocketAddress.of(path)));
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    protected synchronized Buffer request(Buffer question) throws IOException {
        var bytes = ByteBuffer.wrap(question.array(), question.rpos(), question.available());
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
        var length = read(Integer.BYTES).getInt();
        if (length < 1 || length > LONGEST_ANSWER) {
            throw new IOException("the ssh-agent answers with " + length + " bytes");
        }
        return new ByteArrayBuffer(read(length).array());
    }

    private ByteBuffer read(int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (socket.read(bytes) < 0) {
                throw new EOFException("the ssh-agent hung up");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
