package dockdsl.ssh;

import dockdsl.host.Duplex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.sshd.client.channel.ClientChannel;

/** A channel as a byte stream. */
final class ChannelDuplex implements Duplex {
    private final ClientChannel channel;
    private final ChannelInput input;
    private final OutputStream output;

    ChannelDuplex(ClientChannel channel) {
        this.channel = channel;
        this.input = new ChannelInput(channel);
        this.output = new Unbuffered(channel.getInvertedIn());
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public void closeOutput() throws IOException {
        output.close();
    }

    @Override
    public void readTimeout(Duration timeout) {
        input.timeout(timeout);
    }

    @Override
    public void close() {
        channel.close(false);
    }
}
