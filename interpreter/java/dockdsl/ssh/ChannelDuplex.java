package dockdsl.ssh;

import dockdsl.host.Duplex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.sshd.client.channel.ClientChannel;

/** A channel as a byte stream. */
final class ChannelDuplex implements Duplex {
    private final ClientChannel channel;
    private final ChannelInput input;
    private final OutputStream output;
    private final Consumer<Runnable> whenWanted;

    ChannelDuplex(ClientChannel channel) {
        this(channel, _ -> {});
    }

    /** One that may be asked to give way. */
    ChannelDuplex(ExecChannel channel) {
        this(channel, channel::whenWanted);
    }

    private ChannelDuplex(ClientChannel channel, Consumer<Runnable> whenWanted) {
        this.whenWanted = whenWanted;
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
    public void whenWanted(Runnable giveWay) {
        whenWanted.accept(giveWay);
    }

    @Override
    public void close() {
        channel.close(false);
    }
}
