package dockdsl.ssh;

import java.io.IOException;
import org.apache.sshd.client.channel.AsyncCapableClientChannel;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/**
 * A channel to a unix socket on the host, as OpenSSH's PROTOCOL file describes
 * {@code direct-streamlocal@openssh.com}.
 */
final class StreamlocalChannel extends AsyncCapableClientChannel {
    static final String TYPE = "direct-streamlocal@openssh.com";

    private final String path;

    StreamlocalChannel(String path) {
        super(TYPE, false);
        this.path = path;
    }

    @Override
    public synchronized OpenFuture open() throws IOException {
        if (isClosing()) {
            throw new SshException("the connection is being closed");
        }
        openFuture = new DefaultOpenFuture(path, futureLock);
        var window = getLocalWindow();
        var request = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN);
        request.putString(TYPE);
        request.putUInt(getChannelId());
        request.putUInt(window.getSize());
        request.putUInt(window.getPacketSize());
        request.putString(path);
        request.putString("");
        request.putUInt(0);
        writePacket(request);
        return openFuture;
    }

    /** The host's socket ends with EOF, not with CLOSE: without this, readers would wait for ever. */
    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        out.close();
    }
}
