package dockdsl.ssh;

import java.net.SocketAddress;
import java.nio.channels.AsynchronousSocketChannel;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.io.AbstractIoServiceFactoryFactory;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoServiceFactory;
import org.apache.sshd.common.io.nio2.Nio2Service;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactory;
import org.apache.sshd.common.io.nio2.Nio2Session;

/** MINA's transport with prompt acknowledgements. */
final class Transport extends Nio2ServiceFactory {
    private Transport(FactoryManager manager) {
        super(manager, null, null);
    }

    @Override
    public Nio2Session createSession(
            Nio2Service service, IoHandler handler, AsynchronousSocketChannel socket, SocketAddress address)
            throws Throwable {
        return new PromptSession(service, getFactoryManager(), handler, socket, address);
    }

    /** Makes the transport of a client. */
    static final class Factory extends AbstractIoServiceFactoryFactory {
        Factory() {
            super(null);
        }

        @Override
        public IoServiceFactory create(FactoryManager manager) {
            return new Transport(manager);
        }
    }
}
