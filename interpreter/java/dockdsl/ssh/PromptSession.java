package dockdsl.ssh;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import jdk.net.ExtendedSocketOptions;
import org.apache.sshd.common.PropertyResolver;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.nio2.Nio2CompletionHandler;
import org.apache.sshd.common.io.nio2.Nio2Service;
import org.apache.sshd.common.io.nio2.Nio2Session;
import org.apache.sshd.common.util.Readable;

/**
 * A connection that acknowledges at once what it gets.
 *
 * <p>sshd sends small packets without waiting (TCP_NODELAY) only from the first exec channel on. Before that, the answer to
 * every other request would lie there until Linux's delayed acknowledgement comes, 40 ms later.
 */
final class PromptSession extends Nio2Session {
    private final boolean canBePrompt;

    PromptSession(
            Nio2Service service,
            PropertyResolver properties,
            IoHandler handler,
            AsynchronousSocketChannel socket,
            SocketAddress acceptedAt)
            throws IOException {
        super(service, properties, handler, socket, acceptedAt);
        canBePrompt = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    }

    @Override
    protected void handleReadCycleCompletion(
            ByteBuffer buffer,
            Readable bytes,
            Nio2CompletionHandler<Integer, Object> completion,
            Integer count,
            Object attachment) {
        acknowledge();
        super.handleReadCycleCompletion(buffer, bytes, completion, count, attachment);
    }

    /** Linux forgets the option with every answer that carries an acknowledgement. */
    private void acknowledge() {
        if (!canBePrompt) {
            return;
        }
        try {
            getSocket().setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        } catch (IOException e) {
            exceptionCaught(e);
        }
    }
}
