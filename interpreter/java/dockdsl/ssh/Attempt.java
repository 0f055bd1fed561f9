package dockdsl.ssh;

import dockdsl.value.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;

/** One try to log in: where to, and what was learnt on the way. */
final class Attempt {
    private static final AttributeKey<Attempt> KEY = new AttributeKey<>();

    private final Destination destination;
    private final List<String> offered = new ArrayList<>();
    private final Map<Path, KeyFile.PassedOver> passedOver = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private Optional<HostKey> hostKey = Optional.empty();
    private boolean passwordOffered;

    Attempt(Destination destination) {
        this.destination = destination;
        this.remarks.addAll(destination.remarks());
    }

    /** Known from the first moment of a session on, unlike its own attributes. */
    static Attempt of(Session session) {
        var attributes = (AttributeRepository) session.getIoSession().getAttribute(AttributeRepository.class);
        return attributes.getAttribute(KEY);
    }

    AttributeRepository asAttribute() {
        return AttributeRepository.ofKeyValuePair(KEY, this);
    }

    Destination destination() {
        return destination;
    }

    synchronized void saw(HostKey key) {
        hostKey = Optional.of(key);
    }

    synchronized Optional<HostKey> hostKey() {
        return hostKey;
    }

    synchronized void offers(String key) {
        offered.add(key);
    }

    /** The password, for the one time that it may be sent. */
    synchronized Optional<String> takePassword() {
        if (!hasPassword()) {
            return Optional.empty();
        }
        offered.add("the password");
        passwordOffered = true;
        return destination.password().map(Secret::revealText);
    }

    synchronized boolean hasPassword() {
        return destination.password().isPresent() && !passwordOffered;
    }

    synchronized boolean isPasswordOffered() {
        return passwordOffered;
    }

    synchronized List<String> offered() {
        return List.copyOf(offered);
    }

    synchronized void passesOver(Path file, KeyFile.PassedOver key) {
        passedOver.put(file, key);
    }

    synchronized Map<Path, KeyFile.PassedOver> passedOver() {
        return new LinkedHashMap<>(passedOver);
    }

    /** A key or an agent that could not be used, as a clause. */
    synchronized void remark(String what) {
        remarks.add(what);
    }

    synchronized List<String> remarks() {
        return List.copyOf(remarks);
    }
}
